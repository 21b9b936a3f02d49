/**
 * Mends of broken rules, as changes of a source's text: for editors.
 *
 * <p>{@link org.asyncjava.compiler.fix.Fixes} is asked for them. A mend is offered only if the source has fewer faults after it.
 */
package org.asyncjava.compiler.fix;
