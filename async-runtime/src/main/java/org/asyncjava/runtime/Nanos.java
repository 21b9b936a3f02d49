package org.asyncjava.runtime;

import java.time.Duration;

/** Durations as the clock counts them. */
final class Nanos {
    /** Some 146 years: the longest distance at which two readings of the clock can still be compared. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);
    private static final Duration FURTHEST_PAST = LONGEST.negated();

    private Nanos() {
    }

    /** Nanoseconds, also negative ones: of two times in the past one is the earlier. */
    static long signed(Duration duration) {
        return duration.isNegative() ? (duration.compareTo(FURTHEST_PAST) < 0 ? FURTHEST_PAST : duration).toNanos() : of(duration);
    }

    /** Nanoseconds; what is longer than {@link #LONGEST} counts as that. */
    static long of(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        return (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toNanos();
    }
}
