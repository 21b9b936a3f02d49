package org.asyncjava.benchmarks;

/** What a contender can do besides whose calls may have code run on another loop, or thread, and go on on their own. */
public interface RoundTrips {
    /**
     * Calls on one thread, at the same time, each of which has another thread run code that results in {@code i & 7} and goes on on its own with that, so
     * many times; all are gathered. Both threads are started and ended by this.
     *
     * @param calls how many
     * @param times how often each goes there and back
     * @return the sum of all results
     */
    long roundTrips(int calls, int times);
}
