package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A lock is released while the loop of the task that waits for it first is closed; a method without a loop waits behind that. */
@JCStressTest
@State
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The method has had the lock, and it is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The lock is lost.")
public class HandOverVersusClose {
    private final EventLoop loop = new EventLoop();
    private final AsyncLock lock = new AsyncLock();
    private final int[] counter = new int[1];
    private final CompletableFuture<Void> behind;

    /** Makes a task and a method that wait for the lock. */
    public HandOverVersusClose() {
        lock.tryAcquire();
        loop.setExceptionHandler((where, destroyed) -> { });
        loop.createTask(lock.acquire());
        loop.callSoon(() -> loop.callSoon(loop::stop));
        loop.runForever();
        behind = Methods.increment(lock, counter);
    }

    /** Releases. */
    @Actor
    public void release() {
        lock.release();
    }

    /** Closes the loop. */
    @Actor
    public void close() {
        loop.close();
    }

    /**
     * Looks whether the method was inside, and at the lock.
     *
     * @param seen 1 if it has ended, and 1 if the lock is held
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = behind.isDone() ? counter[0] : 0;
        seen.r2 = lock.isLocked() ? 1 : 0;
    }
}
