package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/**
 * An async method of the program being generated.
 *
 * @param name its name
 * @param kind what it declares to return
 * @param result the type that its future or coroutine yields, or of the elements that it emits
 * @param parameters the types of its parameters after {@code env}, and {@code self} if it takes that
 * @param home where it is declared
 */
record Signature(String name, Kind kind, Type result, List<Type> parameters, Home home) {
    /** The text of a call. */
    String call(String receiver, String self, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("env"));
        if (home.takesSelf()) {
            all.add(self);
        }
        all.addAll(arguments);
        return receiver + name + "(" + String.join(", ", all) + ")";
    }

    /** What a method declares to return. */
    enum Kind {
        COROUTINE("Coroutine"),
        ASYNC_ITERABLE("AsyncIterable"),
        ASYNC_ITERATOR("AsyncIterator"),
        ITERABLE("Iterable"),
        ITERATOR("Iterator"),
        STREAM("Stream");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** Whether the method awaits. */
        boolean isAsync() {
            return ordinal() <= ASYNC_ITERATOR.ordinal();
        }

        boolean isGenerator() {
            return this != COROUTINE;
        }
    }

    /** The declared result. */
    String returned() {
        return kind.type + "<" + result.boxed + ">";
    }

    String annotation() {
        return kind.isAsync() ? "@Async" : "@Generator";
    }
}
