package org.asyncjava.runtime;

import java.time.Duration;

/** Durations and times as the clock counts them. */
final class Nanos {
    /** Some 146 years: the longest distance at which two readings of the clock can still be compared. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    /** The end of time. */
    static final long NEVER = Long.MAX_VALUE;

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

    /** The time that lies so far after another one; at the end of time the last before {@link #NEVER}. */
    static long after(long time, long nanos) {
        long sum = time + nanos;
        return nanos > 0 && sum < time ? NEVER - 1 : Math.min(sum, NEVER - 1);
    }

    /** How long it is until a time; 0 if that has passed. */
    static long until(long time, long now) {
        return time <= now ? 0 : time - now;
    }
}
