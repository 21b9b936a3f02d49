package org.asyncjava.benchmarks;

/** What is done with locks, semaphores and queues for what awaits, on one loop, or one carrier. */
public interface Synchronisation {
    /**
     * One call takes a lock that nobody else wants, and gives it back.
     *
     * @param times how often
     * @return how often it had it
     */
    long freeLock(int times);

    /**
     * As {@link #freeLock}, by doing something that needs no waiting while holding the lock.
     *
     * @param times how often
     * @return how often it was done
     */
    long lockedWork(int times);

    /**
     * Tasks that want permits of which there are fewer than tasks: each takes one, gives way, and gives it back, so often.
     *
     * @param permits how many there are; one: it is a lock
     * @param tasks how many want them
     * @param times how often each
     * @return how often a permit was taken
     */
    long contended(int permits, int tasks, int times);

    /**
     * One task puts items into a queue, item i is {@code i & 7}, and one takes them.
     *
     * @param capacity how many items the queue holds; zero: any number
     * @param items how many are put
     * @return the sum of those that were taken
     */
    long queued(int capacity, int items);

    /**
     * Two tasks hand an item to and fro through two queues that hold one.
     *
     * @param times how often each takes it
     * @return how often both have taken it
     */
    long pingPong(int times);
}
