package org.asyncjava.stress;

import static org.asyncjava.Await.await;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSemaphore;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Permits are handed to those who wait while these give up: none is lost, and nobody waits while there is one. */
public class PermitsModel {
    private final AsyncSemaphore permits = new AsyncSemaphore(0);
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

    /** The method may have its permit and be cancelled before it returns. */
    @Async
    private CompletableFuture<Void> acquiring() {
        await(permits.acquire());
        held.incrementAndGet();
        return CompletableFuture.completedFuture(null);
    }

    /** Two wait already. */
    public PermitsModel() {
        acquire();
        acquire();
    }

    /** Takes one, now or later. */
    @Operation
    public final void acquire() {
        waiting.add(acquiring());
    }

    /** Whoever has come first gives up, unless it has its permit. */
    @Operation
    public void giveUp() {
        waiting.element().cancel(false);
    }

    /** Adds one. */
    @Operation
    public void release() {
        released.incrementAndGet();
        permits.release();
    }

    /** After all of them. */
    @Validate
    public void noPermitIsLost() {
        Models.require(held.get() + permits.availablePermits() == released.get(), "a permit is lost, or there is one too many");
        Models.require(permits.availablePermits() == 0 || waiting.stream().allMatch(CompletableFuture::isDone), "one waits while there is a permit");
    }
}
