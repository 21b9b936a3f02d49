package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/**
 * An async method of the program being generated.
 *
 * @param name its name
 * @param result the type that its future or coroutine yields
 * @param parameters the types of its parameters after {@code env}, and {@code self} if it takes that
 * @param home where it is declared
 */
record Signature(String name, Type result, List<Type> parameters, Home home) {
    /** The text of a call. */
    String call(String receiver, String self, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("env"));
        if (home.takesSelf()) {
            all.add(self);
        }
        all.addAll(arguments);
        return receiver + name + "(" + String.join(", ", all) + ")";
    }

    /** The declared result. */
    String returned() {
        return "Coroutine<" + result.boxed + ">";
    }
}
