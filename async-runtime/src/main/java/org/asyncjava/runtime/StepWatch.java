package org.asyncjava.runtime;

/** Runs what a loop would run itself, and watches it. Confined to the loop. */
interface StepWatch {
    /** Runs what stands in the loop's queue. */
    void run(Runnable step);

    /** Runs a step of a task within another step. */
    void runWithin(Runnable task);

    /** Who reports slow callbacks; null for nobody. */
    SlowCallbacks slowCallbacks();

    /** Tells whether it writes for the flight recorder. */
    boolean records();
}
