package org.asyncjava.transformer.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * A class as others see it: what its class file says without any code.
 *
 * @param name internal name
 * @param modifiers its flags and annotations
 * @param supertypes what it extends and implements
 * @param members what it declares
 * @param surroundings the classes around it
 */
public record ClassOutline(String name, Modifiers modifiers, Supertypes supertypes, Members members, Surroundings surroundings) {
    /**
     * The methods.
     *
     * @return all, in the order of the class file
     */
    public List<MethodOutline> methods() {
        return members.methods();
    }

    /**
     * The flags.
     *
     * @return those of its modifiers
     */
    public int access() {
        return modifiers.access();
    }

    /**
     * The superclass.
     *
     * @return internal name; null of {@code java.lang.Object}
     */
    public String superName() {
        return supertypes.superName();
    }

    /**
     * The interfaces that are named in the declaration.
     *
     * @return internal names
     */
    public List<String> interfaces() {
        return supertypes.interfaces();
    }

    /**
     * Tells whether this is an interface.
     *
     * @return true if so
     */
    public boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    /**
     * Tells whether a flag is set.
     *
     * @param flag one of {@link Opcodes}' access flags
     * @return true if so
     */
    public boolean is(int flag) {
        return (access() & flag) != 0;
    }

    /**
     * The methods that carry {@code @Async}.
     *
     * @return name and descriptor of each, in one
     */
    public Set<String> asyncMethods() {
        Set<String> async = new HashSet<>();
        for (MethodOutline method : methods()) {
            if (method.async()) {
                async.add(method.signature());
            }
        }
        return Set.copyOf(async);
    }

    /**
     * A method of this class.
     *
     * @param signature name and descriptor in one
     * @return its outline
     */
    public Optional<MethodOutline> method(String signature) {
        for (MethodOutline method : methods()) {
            if (method.is(signature)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
