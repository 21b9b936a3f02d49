package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The search for the fewest switches with which a test still fails: without some of them, half of them at first, then fewer, as in delta debugging
 * (Zeller and Hildebrandt 2002).
 */
final class Shrinking {
    /** Enough for a few dozen switches; what is left of more is printed as it is. */
    private static final int RUNS = 200;

    private Schedule best;
    private int left = RUNS;
    private int part;
    private int from;

    /**
     * Begins.
     *
     * @param failing the schedule that fails
     */
    Shrinking(Schedule failing) {
        best = failing;
        part = Math.max(1, failing.switches().size() / 2);
    }

    /** What is to be tried, {@link #tried} is to follow; null if nothing is left to try. */
    Schedule next() {
        if (from >= best.switches().size()) {
            if (part == 1) {
                return null;
            }
            part /= 2;
            from = 0;
        }
        if (best.switches().isEmpty() || left == 0) {
            return null;
        }
        left--;
        List<Schedule.Switch> kept = new ArrayList<>(best.switches());
        kept.subList(from, Math.min(from + part, kept.size())).clear();
        return best.with(kept);
    }

    /**
     * What was tried has run.
     *
     * @param failed the schedule as it ran if it has failed in the same way; null if not
     */
    void tried(Schedule failed) {
        if (failed != null && failed.switches().size() < best.switches().size()) {
            best = failed;
        } else {
            from += part;
        }
    }

    /** The schedule with the fewest switches so far. */
    Schedule best() {
        return best;
    }
}
