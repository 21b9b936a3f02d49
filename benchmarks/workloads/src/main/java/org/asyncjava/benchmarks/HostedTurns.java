package org.asyncjava.benchmarks;

import java.util.concurrent.ScheduledExecutorService;

/** What a contender can do besides whose tasks may have their turns on a thread that somebody else runs. */
public interface HostedTurns {
    /**
     * One task on an executor's thread, each of whose steps an event of the executor wakes, which is given to it by the step before.
     *
     * @param executor one with a single thread
     * @param times how many steps
     * @return how many there were
     */
    long hostedHops(ScheduledExecutorService executor, int times);

    /**
     * Tasks that give way all the time on the thread on which Swing handles events, side by side.
     *
     * @param tasks how many
     * @return ends them
     */
    Runnable yieldOnSwing(int tasks);
}
