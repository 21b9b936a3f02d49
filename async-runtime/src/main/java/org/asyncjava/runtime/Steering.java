package org.asyncjava.runtime;

/** Chooses what a loop runs next, where a test tries other orders than asyncio's, and sees what has run. Confined to the loop. */
interface Steering {
    /**
     * What runs next.
     *
     * @param ready what is ready, at least one item
     * @return its place in the queue
     */
    int next(ReadyQueue ready);

    /** Something has run a step. */
    void ran(Runnable item);

    /** Of a loop; null if nobody chooses there, or there is no loop. */
    static Steering of(EventLoop loop) {
        return loop == null || loop.turns == null ? null : loop.turns.steering();
    }

    /** The loop uses something that lends and expects back. */
    void uses(Lender lender);

    /** Somebody who runs on the loop has taken something that is to be given back. */
    void took(Lender lender);

    /** A generator stands where it has something to do when it is closed, for the first time on this loop. */
    void stands(ClosableCall<?> generator);

    /** The test is over: what it has left open is closed from now on by others. */
    void ends();

    /** Nothing is ready, and nothing can come: what is to be thrown. */
    AssertionError stuck();
}
