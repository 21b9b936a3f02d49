package org.asyncjava.benchmarks.jmh.programs;

import java.time.Duration;

/** How large the programs are. */
public enum Scale {
    /** The sizes that the tables show. */
    FULL(1_000_000, 10_000_000, Duration.ofMillis(500)),
    /** To see in seconds that everything runs; its figures mean nothing. */
    QUICK(20_000, 200_000, Duration.ofMillis(20));

    private final int calls;
    private final int suspensions;
    private final Duration timed;

    Scale(int calls, int suspensions, Duration timed) {
        this.calls = calls;
        this.suspensions = suspensions;
        this.timed = timed;
    }

    /**
     * Calls that are suspended, or sleep, at the same time.
     *
     * @return how many
     */
    public int calls() {
        return calls;
    }

    /**
     * Suspensions of the one call that must not leak.
     *
     * @return how many
     */
    public int suspensions() {
        return suspensions;
    }

    /**
     * How long an operation is repeated, first to warm up and then to be timed.
     *
     * @return the time
     */
    public Duration timed() {
        return timed;
    }
}
