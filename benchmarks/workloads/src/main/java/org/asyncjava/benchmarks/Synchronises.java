package org.asyncjava.benchmarks;

/** What a contender can do besides that has locks, semaphores and queues. */
public interface Synchronises {
    /**
     * Its locks, semaphores and queues.
     *
     * @return how they are used
     */
    Synchronisation synchronisation();
}
