/**
 * What may be held where in a method: a lock by a thread, say. {@link org.asyncjava.rules.flow.Flow} is the decision, over places and the
 * ways between them; a class file tells those itself, for sources {@link org.asyncjava.rules.flow.CodeFlow} draws them from statements.
 */
package org.asyncjava.rules.flow;
