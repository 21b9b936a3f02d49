package org.asyncjava.runtime;

import java.time.Duration;

/** Durations as the clock counts them. */
final class Nanos {
    /** Some 146 years: the longest distance at which two readings of the clock can still be compared. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private Nanos() {
    }

    /** Nanoseconds; what is longer than {@link #LONGEST} counts as that. */
    static long of(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        return (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toNanos();
    }
}
