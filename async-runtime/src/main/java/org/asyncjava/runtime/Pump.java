package org.asyncjava.runtime;

/**
 * What runs a loop's turns and lets it wait between them: a thread that runs the loop and parks, the thread of a host, or the threads of an
 * executor.
 */
interface Pump {
    /** The time of the loop's timers. */
    LoopClock clock();

    /** Another thread has sent something: a turn is to come soon. Any thread. */
    void wake();

    /** The loop itself has added something: a turn is to come soon, if none is sure to. On the loop's thread. */
    void added();

    /** The loop has a timer for a time. On the loop's thread. */
    void timerAdded(long when);

    /** A turn, or the rest of one, is about to run. On the loop's thread, where that is somebody else's. */
    void turnBegins();

    /** Tells whether the calling thread may use the loop while nobody runs a turn. Any thread. */
    boolean isCurrent();

    /** What the loop calls with that blocks. */
    DefaultExecutor newDefaultExecutor();

    /**
     * Refuses to run the loop on the calling thread.
     *
     * @throws IllegalStateException when somebody else runs it
     */
    void requireRunnable();

    /**
     * Lets the calling thread, which runs the loop, wait until something is sent or a time has come. May return early.
     *
     * @param until {@link Nanos#NEVER} for no time
     */
    void await(Inbox inbox, long until);
}
