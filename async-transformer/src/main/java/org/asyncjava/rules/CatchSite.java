package org.asyncjava.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts about a catch clause around an await. A clause that comes after, or is inside of, one that catches
 * {@code CancellationException} itself is no such site: cancellation does not get there.
 *
 * @param at the frame that it stands in
 * @param caught the types it catches, names with dots
 * @param rethrows whether it throws anything, or makes a failed result of what it caught
 * @param position where it begins
 */
public record CatchSite(Enclosure at, List<String> caught, boolean rethrows, Position position) {
    /** What somebody catches who wants to deal with cancellation. */
    public static final String CANCELLATION = "java.util.concurrent.CancellationException";

    /** The supertypes of {@link #CANCELLATION} that can be caught: the types that catch it without naming it. */
    public static final Set<String> BROAD = Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException",
            "java.lang.IllegalStateException");

    /** Methods that make a failed result of an exception: of {@code CompletableFuture} and of {@code Coroutine}. */
    public static final Set<String> FAILURES = Set.of("failedFuture", "failedStage", "failed", "completeExceptionally");

    /** Makes the facts; the list is copied. */
    public CatchSite {
        caught = List.copyOf(caught);
    }

    /**
     * The rule that the clause breaks, if any.
     *
     * @return at most one violation
     */
    public Optional<Violation> violation() {
        return caught.stream().filter(BROAD::contains).findFirst()
                .filter(broad -> at.async() && !rethrows)
                .map(broad -> AwaitRule.CANCELLATION_SWALLOWED.violation(at, position,
                        broad.substring("java.lang.".length()) + " around an await in " + at.display()));
    }
}
