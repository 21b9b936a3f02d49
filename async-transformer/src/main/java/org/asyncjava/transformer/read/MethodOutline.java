package org.asyncjava.transformer.read;

import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says about a method without its code.
 *
 * @param access flags as in the class file
 * @param name its name
 * @param descriptor its descriptor
 * @param returnsVariable whether its result is of a type that callers choose
 * @param annotations descriptors of what it carries
 */
public record MethodOutline(int access, String name, String descriptor, boolean returnsVariable, List<String> annotations) {
    /** Makes an outline; the list is copied. */
    public MethodOutline {
        annotations = List.copyOf(annotations);
    }

    /**
     * Tells whether the method carries {@code @Async}.
     *
     * @return true if so
     */
    public boolean async() {
        return annotations.contains(Markers.ASYNC);
    }

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
     * Tells whether it is a method of its class.
     *
     * @param signature name and descriptor in one
     * @return true if so
     */
    public boolean is(String signature) {
        return signature.length() == name.length() + descriptor.length() && signature.startsWith(name) && signature.endsWith(descriptor);
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
