package org.asyncjava.benchmarks;

import java.util.concurrent.Executor;

/** What a contender can do besides whose tasks may run one at a time on whatever threads an executor has: on a strand, or with what is as good. */
public interface Strands {
    /**
     * Makes strands, each with a task that waits for an operand of its own.
     *
     * @param count how many
     * @return what holds them
     */
    Object waitingStrands(int count);

    /**
     * Two tasks on each of several strands, which count together, without any protection but the strand, and give way after each step.
     *
     * @param threads run the strands
     * @param strands how many
     * @param times how many steps each task takes
     * @return the sum of what was counted
     */
    long strandHops(Executor threads, int strands, int times);
}
