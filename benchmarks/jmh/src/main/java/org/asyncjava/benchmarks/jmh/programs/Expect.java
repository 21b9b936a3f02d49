package org.asyncjava.benchmarks.jmh.programs;

/** A result that a contender must return. */
final class Expect {
    private Expect() {
    }

    static void same(long expected, long actual, String what) {
        if (actual != expected) {
            throw new IllegalStateException(what + " returned " + actual + ", not " + expected);
        }
    }
}
