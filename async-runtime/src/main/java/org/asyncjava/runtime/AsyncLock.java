package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.Objects;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Mutual exclusion for code that awaits: asyncio's {@code Lock}.
 *
 * <pre>{@code
 * await(lock.with(() -> {
 *     Account account = await(load(id));
 *     await(store(account.plus(amount)));
 *     return Coroutine.done();
 * }));
 * }</pre>
 *
 * or, in an async method, as a resource:
 *
 * <pre>{@code
 * try (var held = await(lock.hold())) {
 *     return Coroutine.of(await(load(id)));      // not: return load(id), which leaves and releases before load is done
 * }
 * }</pre>
 *
 * or spelled out:
 *
 * <pre>{@code
 * await(lock.acquire());
 * try {
 *     return Coroutine.of(await(load(id)));
 * } finally {
 *     lock.release();
 * }
 * }</pre>
 *
 * <p>Fair: those who wait get the lock in the order in which they came, and nobody who comes later overtakes them. Not reentrant, and held by
 * nobody in particular: any code may release it. Cancelling a call that waits takes it out of the queue; if the lock had been handed to it
 * already the next one gets it.
 *
 * <p>Unlike asyncio's it is thread-safe, belongs to no loop, and may be used by methods that return a {@code CompletableFuture} without one.
 *
 * @since 0.1.0
 */
@NullMarked
public final class AsyncLock {
    private final Permits permits = new Permits(this, 1, Permits.Next.WAITS);

    private record Release(AsyncLock owner) implements Held.Release {
        @Override
        public void run() {
            owner.release();
        }
    }

    /** Makes a lock that is free. */
    public AsyncLock() {
    }

    /**
     * Takes the lock.
     *
     * @return what to await; done at once if the lock is free and nobody waits for it
     */
    @Async
    public Coroutine<Void> acquire() {
        Waiter waiter = permits.takeOrJoin();
        if (waiter != null) {
            try {
                await(waiter);
            } catch (Throwable givenUp) {
                permits.giveUp(waiter);
                throw givenUp;
            }
            permits.arrived();
        }
        return Coroutine.done();
    }

    /**
     * Takes the lock if that needs no waiting.
     *
     * @return true if the lock was taken
     */
    public boolean tryAcquire() {
        return permits.tryTake();
    }

    /**
     * Gives the lock back; the first of those who wait gets it.
     *
     * @throws IllegalStateException when it is not held
     */
    public void release() {
        if (!permits.release(1)) {
            throw new IllegalStateException("Lock is not acquired.");
        }
    }

    /**
     * Does something while holding the lock, which is released however that ends.
     *
     * @param <T> the type of the result
     * @param work called when the lock has been taken
     * @return what to await for the work's result
     */
    public <T extends @Nullable Object> Coroutine<T> with(AsyncSupplier<T> work) {
        return with(this, Objects.requireNonNull(work, "work"));
    }

    @Async
    private static <T> Coroutine<T> with(AsyncLock lock, AsyncSupplier<T> work) {
        await(lock.acquire());
        T result;
        try {
            result = await(Objects.requireNonNull(work.call(), "the work of with(...) returned null instead of a Coroutine"));
        } finally {
            lock.release();
        }
        return Coroutine.of(result);
    }

    /**
     * Takes the lock, for as long as a resource is open.
     *
     * <pre>{@code
     * try (var held = await(lock.hold())) {
     *     await(store(account.plus(amount)));
     * }
     * }</pre>
     *
     * @return what to await for the resource, which releases the lock when it is closed, once. Closing it waits for nothing: code that is not async may
     *     call its {@code close()}. Cancelled before that it holds nothing
     */
    public Coroutine<AsyncCloseable> hold() {
        return Held.after(acquire(), new Release(this));
    }

    /**
     * Tells whether the lock is held. On its way from one holder to the next it is not, as in asyncio.
     *
     * @return true if so
     */
    public boolean isLocked() {
        return permits.free() == 0;
    }

    /** As in {@code <AsyncLock locked, waiters:2>}. */
    @Override
    public String toString() {
        return "<AsyncLock " + (isLocked() ? "locked" : "unlocked") + permits.waiters() + ">";
    }
}
