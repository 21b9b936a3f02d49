package org.asyncjava.transformer.read;

import org.objectweb.asm.tree.MethodNode;

/**
 * A method, or the body of a lambda, that is to be rewritten.
 *
 * @param method its code as it was read
 * @param result what it returns
 */
public record AsyncMethod(MethodNode method, ResultType result) {
}
