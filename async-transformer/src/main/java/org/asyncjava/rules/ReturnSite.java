package org.asyncjava.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The facts about a call whose result a method returns as it is, where something is to be done when the method is left: in a
 * {@code try} with a catch clause, a {@code finally} or resources, or while a lock is held.
 *
 * @param at the frame that it stands in
 * @param callee what is called
 * @param result the declared class of its result, with dots
 * @param position where the call's name is
 */
public record ReturnSite(Enclosure at, Callee callee, String result, Position position) {
    /** The class of results that nobody has started yet. */
    public static final String COROUTINE = "org.asyncjava.runtime.Coroutine";
    private static final String FUTURE = "java.util.concurrent.CompletableFuture";

    /** What an async method may return: the result of a call whose declared class is, extends or implements one of these may not be done. */
    private static final Set<String> RESULTS = Set.of("java.util.concurrent.CompletionStage", COROUTINE);

    /** Methods whose results are done. */
    private static final Map<String, Set<String>> VALUES = Map.of(COROUTINE, Set.of("of", "done", "failed"),
            FUTURE, Set.of("completedFuture", "failedFuture", "completedStage", "failedStage"));

    /**
     * Tells whether the result of a call may be that of an async method.
     *
     * @param types the declared class of the result and everything it extends and implements, names with dots
     * @return true if so
     */
    public static boolean isResult(Set<String> types) {
        return types.stream().anyMatch(RESULTS::contains);
    }

    /**
     * The rule that the return breaks, if any.
     *
     * @return at most one violation
     */
    public Optional<Violation> violation() {
        if (!at.async() || VALUES.getOrDefault(callee.declaredIn(), Set.of()).contains(callee.name())) {
            return Optional.empty();
        }
        AwaitRule rule = AwaitRule.RETURNED_BEFORE_DONE;
        String value = result.equals(COROUTINE) ? "Coroutine.of" : "CompletableFuture.completedFuture";
        String mend = "return " + value + "(await(...)), so that catch clauses, finally, resources and locks around the call last until it is done";
        return Optional.of(new Violation(rule, at.owner(), at.method(), position, rule.message(callee.display() + " in " + at.display(), mend)));
    }
}
