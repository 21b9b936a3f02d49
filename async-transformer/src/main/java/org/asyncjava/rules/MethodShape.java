package org.asyncjava.rules;

import java.util.List;
import java.util.Optional;

/**
 * The facts about one method that carries {@code @Async}.
 *
 * @param className name of its class, with dots
 * @param name its name
 * @param body whether and why it has code
 * @param objection why its result cannot be that of an async method, as in {@code returns int}; empty if it can
 * @param position where it is; of a class file, the first line of its code
 */
public record MethodShape(String className, String name, Body body, Optional<String> objection, Position position) {
    private static final List<String> PLAIN_GENERATORS = List.of("returns java.lang.Iterable,", "returns java.util.Iterator,",
            "returns java.util.stream.Stream,");
    private static final String MEND_OF_GENERATORS = "if it emits elements, return AsyncIterable or AsyncIterator, or mark it @Generator instead if it"
            + " waits for nothing; if it returns all of them at once, return a Coroutine, CompletableFuture or CompletionStage";

    /** Whether a method has code. */
    public enum Body {
        /** It has. */
        CODE("the method"),
        /** Its code is not Java. */
        NATIVE("the native method"),
        /** It has none and is not what a lambda implements. */
        ABSTRACT("the abstract method"),
        /** It is the single abstract method of a functional interface. */
        SINGLE_ABSTRACT("the method");

        private final String display;

        Body(String display) {
            this.display = display;
        }

        /** How messages call the method. */
        String display() {
            return display;
        }
    }

    private static boolean isOfPlainGenerator(String objection) {
        for (String generator : PLAIN_GENERATORS) {
            if (objection.startsWith(generator)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The rules that the declaration breaks.
     *
     * @return a violation per rule, in the order of their codes
     */
    public List<Violation> violations() {
        List<AwaitRule> broken = AwaitRule.brokenBy(this);
        return broken.isEmpty() ? List.of() : broken.stream().map(this::violationOf).toList();
    }

    private Violation violationOf(AwaitRule rule) {
        String method = className + "." + name;
        if (rule == AwaitRule.ASYNC_RESULT_NOT_ASYNC && objection.filter(MethodShape::isOfPlainGenerator).isPresent()) {
            return new Violation(rule, className, name, position, rule.message(method + " " + objection.get(), MEND_OF_GENERATORS));
        }
        String subject = rule == AwaitRule.ASYNC_RESULT_NOT_ASYNC
                ? method + " " + objection.orElse("")
                : "@Async on " + body.display() + " " + method;
        return new Violation(rule, className, name, position, rule.message(subject));
    }
}
