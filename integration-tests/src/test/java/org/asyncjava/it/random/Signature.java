package org.asyncjava.it.random;

import java.util.List;

/**
 * An async method of the program being generated.
 *
 * @param name its name
 * @param result the type that its future or coroutine yields
 * @param parameters the types of its parameters after {@code env} and {@code self}
 * @param isStatic whether it is static
 */
record Signature(String name, Type result, List<Type> parameters, boolean isStatic) {
    /** The text of a call with the given arguments. */
    String call(String receiver, List<String> arguments) {
        String list = String.join(", ", arguments);
        String separator = arguments.isEmpty() ? "" : ", ";
        return isStatic ? name + "(env, self" + separator + list + ")" : receiver + "." + name + "(env" + separator + list + ")";
    }
}
