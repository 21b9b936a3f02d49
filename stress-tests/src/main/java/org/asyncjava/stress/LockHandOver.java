package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.runtime.AsyncLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A lock is released while the first of those who wait for it is cancelled. */
@JCStressTest
@State
@Outcome(id = {"1, 0", "2, 0"}, expect = Expect.ACCEPTABLE, desc = "Who was not cancelled had the lock, and it is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The lock is lost, or two were inside.")
public class LockHandOver {
    private final AsyncLock lock = new AsyncLock();
    private final int[] counter = new int[1];
    private final CompletableFuture<Void> waiting;

    /** Makes two that wait for the lock. */
    public LockHandOver() {
        lock.tryAcquire();
        waiting = Methods.increment(lock, counter);
        Methods.increment(lock, counter);
    }

    /** Releases. */
    @Actor
    public void release() {
        lock.release();
    }

    /** Cancels who waits first. */
    @Actor
    public void cancel() {
        waiting.cancel(false);
    }

    /**
     * Looks how many were inside, and at the lock.
     *
     * @param seen the number, and 1 if the lock is held
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = counter[0];
        seen.r2 = lock.isLocked() ? 1 : 0;
    }
}
