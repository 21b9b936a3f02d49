package org.asyncjava.rules;

import java.util.List;
import java.util.Optional;

/**
 * The facts about one call of await, or of another marker.
 *
 * @param enclosures what it stands in, innermost first; never empty
 * @param marker what it is
 * @param holdsMonitor whether the innermost enclosure holds a monitor there: a {@code synchronized} block or method. Monitors of
 *     outer enclosures do not count, for a lambda runs on its own.
 * @param position where the call's name is
 */
public record AwaitSite(List<Enclosure> enclosures, Marker marker, boolean holdsMonitor, Position position) {
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
     * Tells whether the marker might stand in any code around the innermost enclosure.
     *
     * @return true if so
     */
    public boolean insideTaking() {
        return enclosures.stream().skip(1).anyMatch(at -> at.code().takes(marker));
    }

    /**
     * The rule that this await breaks, if any.
     *
     * @return at most one violation: where an await may not be at all, monitors are not looked at
     */
    public Optional<Violation> violation() {
        Optional<AwaitRule> broken = AwaitRule.brokenBy(this);
        return broken.isPresent() ? Optional.of(violationOf(broken.get())) : Optional.empty();
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
        return Optional.of(AwaitRule.AWAIT_HOLDING_LOCK.violation(innermost(), position, marker));
    }

    private Violation violationOf(AwaitRule rule) {
        Enclosure at = innermost();
        Optional<String> namesake = marker.isOfGenerators() ? Optional.empty() : at.namesake();
        if (namesake.isPresent()) {
            return rule.violation(at, position, marker, "it is marked with another annotation, @" + namesake.get() + ": mark it with @Async of org.asyncjava");
        }
        boolean isOfMain = at.isMain() && (rule == AwaitRule.AWAIT_OUTSIDE_ASYNC || rule == AwaitRule.OUTSIDE_ASYNC);
        return isOfMain ? rule.violation(at, position, marker, MEND_OF_MAIN) : rule.violation(at, position, marker);
    }
}
