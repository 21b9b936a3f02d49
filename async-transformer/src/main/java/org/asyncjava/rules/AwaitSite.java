package org.asyncjava.rules;

import java.util.List;
import java.util.Optional;

/**
 * The facts about one call of await.
 *
 * @param enclosures what it stands in, innermost first; never empty
 * @param holdsMonitor whether the innermost enclosure holds a monitor there: a {@code synchronized} block or method. Monitors of
 *     outer enclosures do not count, for a lambda runs on its own.
 * @param position where the call's name is
 */
public record AwaitSite(List<Enclosure> enclosures, boolean holdsMonitor, Position position) {
    private static final String MEND_OF_MAIN = "mark it @AsyncEntry, so that it runs on an event loop until it has ended, or await in a lambda that"
            + " it gives to Coroutines.run";

    /**
     * Makes the facts.
     *
     * @throws IllegalArgumentException if there is no enclosure
     */
    public AwaitSite {
        enclosures = List.copyOf(enclosures);
        if (enclosures.isEmpty()) {
            throw new IllegalArgumentException("an await stands in some method");
        }
    }

    /**
     * What the await's own frame is.
     *
     * @return the innermost enclosure
     */
    public Enclosure innermost() {
        return enclosures.get(0);
    }

    /**
     * Tells whether any code around the innermost enclosure is async.
     *
     * @return true if so
     */
    public boolean insideAsync() {
        return enclosures.stream().skip(1).anyMatch(Enclosure::async);
    }

    /**
     * The rule that this await breaks, if any.
     *
     * @return at most one violation: where an await may not be at all, monitors are not looked at
     */
    public Optional<Violation> violation() {
        return AwaitRule.brokenBy(this).map(this::violationOf);
    }

    /**
     * What is wrong if a lock that belongs to its thread is held here.
     *
     * @return a violation, unless the await is misplaced in the first place
     */
    public Optional<Violation> violationHoldingLock() {
        if (AwaitRule.brokenBy(this).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(AwaitRule.AWAIT_HOLDING_LOCK.violation(innermost(), position, innermost().display()));
    }

    private Violation violationOf(AwaitRule rule) {
        Enclosure at = innermost();
        return at.namesake().map(other -> rule.violation(at, position, at.display(), "it is marked with another annotation, @" + other
                + ": mark it with @Async of org.asyncjava")).orElseGet(() -> rule == AwaitRule.AWAIT_OUTSIDE_ASYNC && at.isMain()
                        ? rule.violation(at, position, at.display(), MEND_OF_MAIN) : rule.violation(at, position, at.display()));
    }
}
