/**
 * What may be held where in a method: a lock by a thread, say. {@link org.asyncjava.rules.flow.Flow} is the decision, over places and the
 * ways between them; a class file tells those itself. Sources are told as {@link org.asyncjava.rules.flow.CodeEvents}, of which
 * {@link org.asyncjava.rules.flow.CodeFlow} draws them.
 */
package org.asyncjava.rules.flow;
