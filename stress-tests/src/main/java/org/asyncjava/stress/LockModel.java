package org.asyncjava.stress;

import static org.asyncjava.Await.await;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncLock;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Methods on several threads want one lock, and some are cancelled. Whoever holds it is alone, and in the end it is free. */
public class LockModel {
    private final AsyncLock lock = new AsyncLock();
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean released = new AtomicBoolean();
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger gaveUp = new AtomicInteger();
    private final AtomicInteger counted = new AtomicInteger();
    /** Guarded by the lock alone. */
    private int counter;

    @Async
    private CompletableFuture<Void> counting() {
        await(lock.acquire());
        try {
            count();
        } finally {
            lock.release();
        }
        return CompletableFuture.completedFuture(null);
    }

    private void count() {
        counter++;
        counted.incrementAndGet();
    }

    /** It is held, and two wait for it. */
    public LockModel() {
        lock.tryAcquire();
        acquire();
        acquire();
    }

    /** Counts while it has the lock, now or later. */
    @Operation
    public final void acquire() {
        wanted.incrementAndGet();
        waiting.add(counting());
    }

    /** Counts if the lock is free. */
    @Operation
    public void tryAcquire() {
        if (lock.tryAcquire()) {
            wanted.incrementAndGet();
            count();
            lock.release();
        }
    }

    /** Whoever held it at first gives it back. */
    @Operation(runOnce = true)
    public void release() {
        released.set(true);
        lock.release();
    }

    /** Whoever came first gives up, if it has not counted. */
    @Operation(runOnce = true)
    public void giveUp() {
        if (waiting.element().cancel(false)) {
            gaveUp.incrementAndGet();
        }
    }

    /** After all of them. */
    @Validate
    public void allHaveCountedAndTheLockIsFree() {
        if (!released.get()) {
            lock.release();
        }
        Models.require(counter == counted.get(), "two have had the lock at the same time");
        Models.require(counter >= wanted.get() - gaveUp.get(), "one waits for ever");
        Models.require(!lock.isLocked(), "the lock is lost");
    }
}
