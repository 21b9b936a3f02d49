package org.asyncjava.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts about one method that carries {@code @Generator}.
 *
 * @param className name of its class, with dots
 * @param name its name
 * @param body whether and why it has code
 * @param objection why it cannot be a generator, as in {@code returns int}, or {@link #ASYNC}; empty if it can
 * @param position where it is; of a class file, the first line of its code
 */
public record GeneratorShape(String className, String name, MethodShape.Body body, Optional<String> objection, Position position) {
    /** The objection to a method that is marked {@code @Async} as well. */
    public static final String ASYNC = "is marked @Generator, too";

    /**
     * The rules that the declaration breaks.
     *
     * @return a violation per rule, in the order of their codes
     */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        String method = className + "." + name;
        objection.ifPresent(reason -> found.add(reason.equals(ASYNC)
                ? violation(AwaitRule.ASYNC_RESULT_NOT_ASYNC, AwaitRule.ASYNC_RESULT_NOT_ASYNC.message(method + " " + reason,
                        "keep @Async if it awaits, and return an AsyncIterable or AsyncIterator, or @Generator, and return an Iterable, Iterator or Stream"))
                : violation(AwaitRule.ASYNC_RESULT_NOT_ASYNC, "@Generator method " + method + " " + reason
                        + ": return Iterable, Iterator or Stream, or, if it awaits, mark it @Async and return AsyncIterable or AsyncIterator")));
        if (body != MethodShape.Body.CODE) {
            found.add(violation(AwaitRule.ASYNC_WITHOUT_BODY, AwaitRule.ASYNC_WITHOUT_BODY.message("@Generator on " + body.display() + " " + method,
                    "it belongs on a method with a body")));
        }
        return List.copyOf(found);
    }

    private Violation violation(AwaitRule rule, String message) {
        return new Violation(rule, className, name, position, message);
    }
}
