package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;

/**
 * A condition that calls wait for while they hold a lock: asyncio's {@code Condition}.
 *
 * <pre>{@code
 * await(condition.lock().with(() -> {
 *     await(condition.whenSignalled(() -> !items.isEmpty()));
 *     return Coroutine.of(items.remove());
 * }));
 * }</pre>
 *
 * <p>Waiting releases the lock, and takes it again before it ends, also when it is cancelled. Those who wait are woken in the order in which
 * they came. As long as somebody waits it belongs to the loop of those who do, and is confined to its thread. Its lock, which is thread-safe, is not.
 *
 * @since 0.1.0
 */
@NullMarked
public final class AsyncCondition {
    private final LoopBinding binding = new LoopBinding("AsyncCondition");
    private final WaitQueue waiting = new WaitQueue(this);
    private final AsyncLock lock;

    /** Makes a condition with a lock of its own. */
    public AsyncCondition() {
        this(new AsyncLock());
    }

    /**
     * Makes a condition of a lock that others may use as well.
     *
     * @param lock the lock
     */
    public AsyncCondition(AsyncLock lock) {
        this.lock = Objects.requireNonNull(lock, "lock");
    }

    /**
     * The lock that must be held in order to wait or to signal.
     *
     * @return the lock
     */
    public AsyncLock lock() {
        return lock;
    }

    /**
     * Waits for a signal. There may be wake-ups without one: test what you wait for, or use {@link #whenSignalled(BooleanSupplier)}.
     *
     * @return what to await; it ends with the lock held. Fails with an {@link IllegalStateException} when the lock is not held, without a loop
     *     on the thread, or on another one than that of those who wait
     */
    @Async
    public Coroutine<Void> whenSignalled() {
        Waiter waiter = join();
        Throwable failure = null;
        try {
            await(waiter);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        waiting.leave(waiter);
        try {
            for (boolean locked = false; !locked; ) { // whatever happens
                try {
                    await(lock.acquire());
                    locked = true;
                } catch (CancellationException request) {
                    failure = request;
                }
            }
        } finally {
            binding.leave();
        }
        if (failure != null) {
            waiting.wake(1);
            throw Sneaky.rethrow(failure);
        }
        return Coroutine.done();
    }

    /**
     * Waits until something holds, which is looked at now and after each signal, with the lock held.
     *
     * @param until what to wait for
     * @return what to await; it ends with the lock held
     */
    public Coroutine<Void> whenSignalled(BooleanSupplier until) {
        return whenSignalled(this, Objects.requireNonNull(until, "until"));
    }

    @Async
    private static Coroutine<Void> whenSignalled(AsyncCondition condition, BooleanSupplier until) {
        while (!until.getAsBoolean()) {
            await(condition.whenSignalled());
        }
        return Coroutine.done();
    }

    /**
     * Wakes up to a number of those who wait, the first ones. They go on when they get the lock.
     *
     * @param count how many
     * @throws IllegalStateException when the lock is not held, or on a thread other than that of the loop of those who wait
     */
    public void signal(int count) {
        requireLock("cannot signal on an un-acquired lock");
        binding.requireOwnThread();
        waiting.wake(count);
    }

    /**
     * Wakes the first of those who wait.
     *
     * @throws IllegalStateException when the lock is not held, or on a thread other than that of the loop of those who wait
     */
    public void signal() {
        signal(1);
    }

    /**
     * Wakes everybody who waits.
     *
     * @throws IllegalStateException when the lock is not held, or on a thread other than that of the loop of those who wait
     */
    public void signalAll() {
        signal(Integer.MAX_VALUE);
    }

    /** As in {@code <AsyncCondition locked, waiters:2>}; those who wait for the lock are not counted. */
    @Override
    public String toString() {
        return "<AsyncCondition " + (lock.isLocked() ? "locked" : "unlocked") + waiting.told("waiters") + ">";
    }

    /** Joins the queue and lets the lock go. */
    private Waiter join() {
        requireLock("cannot wait on an un-acquired lock");
        binding.enter();
        lock.release();
        return waiting.join();
    }

    private void requireLock(String otherwise) {
        if (!lock.isLocked()) {
            throw new IllegalStateException(otherwise);
        }
    }
}
