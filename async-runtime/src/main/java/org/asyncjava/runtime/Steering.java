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

    /** The loop uses something that lends and expects back. */
    void uses(Lender lender);

    /** Somebody who runs on the loop has taken something that is to be given back. */
    void took(Lender lender);

    /** Nothing is ready, and nothing can come: what is to be thrown. */
    AssertionError stuck();
}
