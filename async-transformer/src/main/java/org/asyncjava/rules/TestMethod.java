package org.asyncjava.rules;

import java.util.Optional;
import java.util.Set;

/**
 * The facts about a method that carries annotations and may be a test.
 *
 * @param at the method
 * @param annotations what it carries; names with dots
 * @param asyncResult whether its result may be that of an async method
 * @param position where it is; of a class file, the first line of its code
 */
public record TestMethod(Enclosure at, Set<String> annotations, boolean asyncResult, Position position) {
    private static final String OURS = "org.asyncjava.junit.AsyncTest";
    private static final String JUPITER = "org.junit.jupiter.";

    /** The tests that JUnit takes only if they have no result. */
    private static final Set<String> WITHOUT_RESULT = Set.of(JUPITER + "api.Test", JUPITER + "api.RepeatedTest", JUPITER + "api.TestTemplate",
            JUPITER + "params.ParameterizedTest", "org.junit.Test");

    /** Makes the facts; the set is copied. */
    public TestMethod {
        annotations = Set.copyOf(annotations);
    }

    /**
     * What is wrong if nobody runs the test.
     *
     * @return at most one violation
     */
    public Optional<Violation> violation() {
        if (!asyncResult) {
            return Optional.empty();
        }
        if (annotations.contains(OURS)) {
            return Optional.of(violation("JUnit takes only tests without a result, so let it return nothing, without @Async: @AsyncTest makes it an"
                    + " entry point"));
        }
        if (annotations.stream().noneMatch(WITHOUT_RESULT::contains)) {
            return Optional.empty();
        }
        return Optional.of(violation("JUnit takes only tests without a result, so let it return nothing, and mark it @AsyncEntry, not @Async; or"
                + " @AsyncTest, of async-junit, alone"));
    }

    private Violation violation(String mend) {
        AwaitRule rule = AwaitRule.TEST_NOT_RUN;
        return new Violation(rule, at.owner(), at.method(), position, rule.message(at.display(), mend));
    }
}
