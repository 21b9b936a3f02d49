package org.asyncjava.transformer.read;

import org.objectweb.asm.tree.MethodNode;

/**
 * A method, or the body of a lambda, that is to be rewritten.
 *
 * @param method its code as it was read
 * @param result what it returns
 */
public record AsyncMethod(MethodNode method, ResultType result) {
    /**
     * Tells whether this is an entry point.
     *
     * @return true if a call of it waits until it has ended
     */
    public boolean isEntry() {
        return result.kind() == ResultType.Kind.PLAIN;
    }
}
