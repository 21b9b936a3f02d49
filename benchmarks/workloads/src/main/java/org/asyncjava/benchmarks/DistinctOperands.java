package org.asyncjava.benchmarks;

/**
 * What a contender can do besides whose operands are done and all different ones, as those of real calls are: eight of them, which {@link
 * Contender#completed} awaits again and again, stay in the first cache, and their fields in registers where a loop is unrolled.
 */
public interface DistinctOperands {
    /** How many operands there are. */
    int OPERANDS = 1_000;

    /**
     * One call that awaits {@link #OPERANDS} operands that are done, one after the other; operand i has the value {@code i & 7}. They have been
     * made before.
     *
     * @return the sum of the values
     */
    long distinct();
}
