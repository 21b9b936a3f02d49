package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.Objects;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A number of permits that calls take and give back: asyncio's {@code Semaphore} and {@code BoundedSemaphore}.
 *
 * <pre>{@code
 * AsyncSemaphore connections = AsyncSemaphore.bounded(10);
 * Page page = await(connections.with(() -> fetch(url)));
 * }</pre>
 *
 * or, in an async method, as a resource:
 *
 * <pre>{@code
 * try (var held = await(connections.hold())) {
 *     return Coroutine.of(await(fetch(url)));    // not: return fetch(url), which leaves and releases before fetch is done
 * }
 * }</pre>
 *
 * <p>Fair: permits go to those who wait in the order in which they came, and nobody who comes later overtakes them. Any code may release,
 * also code that has acquired nothing. A call that is cancelled after a permit was handed to it passes that on.
 *
 * <p>Unlike asyncio's it is thread-safe, belongs to no loop, and may be used by methods that return a {@code CompletableFuture} without one.
 *
 * @since 0.1.0
 */
@NullMarked
public final class AsyncSemaphore {
    private final Permits permits;
    private final int limit;

    private record Release(AsyncSemaphore owner) implements Held.Release {
        @Override
        public void run() {
            owner.release();
        }
    }

    /**
     * Makes a semaphore to which any number of permits may be released.
     *
     * @param permits how many there are at first
     * @throws IllegalArgumentException when that is negative
     */
    public AsyncSemaphore(int permits) {
        this(permits, Integer.MAX_VALUE);
    }

    private AsyncSemaphore(int permits, int limit) {
        if (permits < 0) {
            throw new IllegalArgumentException("Semaphore initial value must be >= 0: " + permits);
        }
        this.permits = new Permits(this, permits, Permits.Next.PASSES_OVER);
        this.limit = limit;
    }

    /**
     * Makes a semaphore that never has more permits than at first: one release too many is an error.
     *
     * @param permits how many there are
     * @return a new semaphore
     * @throws IllegalArgumentException when that is negative
     */
    public static AsyncSemaphore bounded(int permits) {
        return new AsyncSemaphore(permits, permits);
    }

    /**
     * Takes a permit.
     *
     * @return what to await; done at once if there is a permit and nobody waits for one
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
     * Takes a permit if that needs no waiting.
     *
     * @return true if a permit was taken
     */
    public boolean tryAcquire() {
        return permits.tryTake();
    }

    /**
     * Gives a permit back, or adds one; the first of those who wait gets it.
     *
     * @throws IllegalStateException when a bounded semaphore would have more permits than at first
     */
    public void release() {
        if (!permits.release(limit)) {
            throw new IllegalStateException("Semaphore released too many times");
        }
    }

    /**
     * Does something while holding a permit, which is released however that ends.
     *
     * @param <T> the type of the result
     * @param work called when a permit has been taken
     * @return what to await for the work's result
     */
    public <T extends @Nullable Object> Coroutine<T> with(AsyncSupplier<T> work) {
        return with(this, Objects.requireNonNull(work, "work"));
    }

    @Async
    private static <T> Coroutine<T> with(AsyncSemaphore semaphore, AsyncSupplier<T> work) {
        await(semaphore.acquire());
        T result;
        try {
            result = await(Objects.requireNonNull(work.call(), "the work of with(...) returned null instead of a Coroutine"));
        } finally {
            semaphore.release();
        }
        return Coroutine.of(result);
    }

    /**
     * Takes a permit, for as long as a resource is open.
     *
     * <pre>{@code
     * try (var held = await(connections.hold())) {
     *     await(send(request));
     * }
     * }</pre>
     *
     * @return what to await for the resource, which gives the permit back when it is closed, once. Closing it waits for nothing: code that is not async
     *     may call its {@code close()}. Cancelled before that it holds nothing
     */
    public Coroutine<AsyncCloseable> hold() {
        return Held.after(acquire(), new Release(this));
    }

    /**
     * Tells whether whoever comes now has to wait.
     *
     * @return true if there is no permit, or somebody waits
     */
    public boolean isLocked() {
        return permits.isTaken();
    }

    /**
     * How many permits could be taken if nobody waited.
     *
     * @return the number; permits that are on their way to somebody do not count
     */
    public int availablePermits() {
        return permits.available();
    }

    /** As in {@code <AsyncSemaphore locked, waiters:2>}. */
    /** Tells whether so many holders have all the permits that there can be. */
    boolean isOnlyFor(int holders) {
        return holders == limit;
    }

    @Override
    public String toString() {
        return "<AsyncSemaphore " + (isLocked() ? "locked" : "unlocked, value:" + availablePermits()) + permits.waiters() + ">";
    }
}
