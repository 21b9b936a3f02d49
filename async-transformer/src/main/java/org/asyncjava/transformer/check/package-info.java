/**
 * Collects from bytecode the facts that the rules of {@link org.asyncjava.rules} decide about.
 */
package org.asyncjava.transformer.check;
