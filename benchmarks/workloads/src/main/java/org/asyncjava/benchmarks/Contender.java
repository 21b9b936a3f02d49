package org.asyncjava.benchmarks;

import java.util.Set;

/**
 * One way to write asynchronous code. Found as a service; made anew for each measurement, used by one thread.
 *
 * <p>Each operation does the whole of its workload, from the first call to the last result, and returns the result that {@link Workload}
 * describes. Operands that are done may be made once and used again; everything else is made within the operation. What is
 * awaited are {@code Integer}s from 0 to 127, so that no contender pays for boxes; the sums of whole operations may be {@code Long}s.
 */
public interface Contender extends AutoCloseable {
    /**
     * The name in tables and on the command line: lower case, words separated by hyphens.
     *
     * @return the name
     */
    String name();

    /**
     * What this contender can do; the other operations throw {@link UnsupportedOperationException}.
     *
     * @return the workloads
     */
    Set<Workload> workloads();

    /**
     * One call that awaits operands that are done, in a loop: operand i is number {@code i & 7} of eight, and its value is {@code i & 7}.
     *
     * @param awaits how many
     * @return the sum of the values
     */
    long completed(int awaits);

    /**
     * {@code f(d)} awaits {@code f(d - 1)} and adds one; {@code f(0)} is zero and awaits nothing. Nothing suspends.
     *
     * @param depth the outermost argument, at most 127
     * @return the depth
     */
    long nested(int depth);

    /**
     * One call that makes an operand, publishes it in a field of the contender, awaits it and adds its value, in a loop. What drives it
     * completes the published operand with {@code i & 7} whenever the call has suspended.
     *
     * @param awaits how many
     * @return the sum of the values
     */
    long suspend(int awaits);

    /**
     * As {@link #nested}, but {@code f(0)} does what {@link #suspend} does and returns {@code sum & 7}.
     *
     * @param depth the outermost argument, at most 120
     * @param awaits how often the innermost call suspends
     * @return depth + (sum & 7)
     */
    long nestedSuspend(int depth, int awaits);

    /**
     * Starts many calls, each of which makes an operand, publishes it in an array and awaits it; then completes operand i with
     * {@code i & 7}, in order; then, or before, gathers all of them with the contender's own means and adds up the results.
     *
     * @param tasks how many
     * @return the sum
     */
    long fanOut(int tasks);

    /**
     * Tasks on one loop, or thread, each of which gives way so many times before it ends with the number of times; all are gathered.
     *
     * @param tasks how many
     * @param rounds how often each gives way
     * @return tasks × rounds
     */
    long yields(int tasks, int rounds);

    /**
     * Starts calls that hold four live locals, an int, a long and two references, over an await of an operand of their own that is not
     * done.
     *
     * @param calls how many
     * @return them, suspended
     */
    Suspended live(int calls);

    /**
     * Starts calls that each sleep once, number i for {@code shortest + i % (longest - shortest)} ms, and gathers them.
     *
     * @param calls how many
     * @param shortest the shortest sleep in ms
     * @param longest what the longest stays below, in ms
     * @return the sum of {@code i & 7}
     */
    long sleeps(int calls, int shortest, int longest);

    /** Ends threads that the contender has started. */
    @Override
    default void close() {
        // most have none
    }

    /** Calls that wait. Whoever holds it holds them. */
    interface Suspended {
        /**
         * Completes operand i with {@code i & 7} and lets the calls end.
         *
         * @return the sum of their results, {@code i & 7} each
         */
        long finish();
    }
}
