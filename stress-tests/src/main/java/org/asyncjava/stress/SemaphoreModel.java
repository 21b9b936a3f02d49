package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.runtime.AsyncSemaphore;
import org.jetbrains.lincheck.datastructures.Operation;

/** The permits of a semaphore, taken and given back by several threads: as if one did it after the other. */
public class SemaphoreModel {
    private final AsyncSemaphore permits = new AsyncSemaphore(1);

    /**
     * Takes one, or waits for one for ever.
     *
     * @return whether it has one at once
     */
    @Operation
    public boolean acquire() {
        CompletableFuture<Void> taking = Methods.acquire(permits);
        return taking.isDone();
    }

    /**
     * Takes one if nobody waits.
     *
     * @return whether it did
     */
    @Operation
    public boolean tryAcquire() {
        return permits.tryAcquire();
    }

    /** Gives one back, or adds one. */
    @Operation
    public void release() {
        permits.release();
    }

    /**
     * Looks.
     *
     * @return whether whoever comes now has to wait
     */
    @Operation
    public boolean isLocked() {
        return permits.isLocked();
    }
}
