package org.asyncjava.transformer.read;

import org.objectweb.asm.Opcodes;

/**
 * What a class file says about a method without its code.
 *
 * @param access flags as in the class file
 * @param name its name
 * @param descriptor its descriptor
 * @param async whether it carries {@code @Async}
 */
public record MethodOutline(int access, String name, String descriptor, boolean async) {
    /**
     * Tells whether a flag is set.
     *
     * @param flag one of {@link Opcodes}' access flags
     * @return true if so
     */
    public boolean is(int flag) {
        return (access & flag) != 0;
    }

    /**
     * The method's identity within its class.
     *
     * @return name and descriptor in one
     */
    public String signature() {
        return name + descriptor;
    }
}
