package org.asyncjava.benchmarks;

/** What a contender can do besides that runs a test in many orders. */
public interface Schedules {
    /** The tasks of the test. */
    int TASKS = 10;

    /**
     * Runs a test in different orders: ten tasks, each of which takes a lock, gives way, changes what all share, and does so once more.
     *
     * @param schedules how many orders
     * @param seed for other numbers other orders are drawn
     * @return how many changes there were in all orders together
     */
    long explored(int schedules, long seed);
}
