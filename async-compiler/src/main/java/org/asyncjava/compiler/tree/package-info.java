/** Collects from javac's trees, with types resolved, the facts that the rules of {@link org.asyncjava.rules} decide about. */
package org.asyncjava.compiler.tree;
