package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;

/**
 * A flag that calls can wait for: asyncio's {@code Event}.
 *
 * <p>{@link #set} wakes everybody who waits at that moment, also if the flag is cleared at once.
 *
 * <p>Unlike asyncio's it is thread-safe, belongs to no loop, and may be used by methods that return a {@code CompletableFuture} without one. What was done
 * before {@code set} is seen by whoever goes on because of it.
 *
 * @since 0.1.0
 */
@NullMarked
public final class AsyncEvent {
    /** Guarded by its own monitor, as are changes of {@link #set}. */
    private final WaitQueue waiting = new WaitQueue(this);
    private volatile boolean set;

    /** Makes an event that is not set. */
    public AsyncEvent() {
    }

    /**
     * Waits until the event is set.
     *
     * @return what to await; done at once if it is set
     */
    @Async
    public Coroutine<Void> whenSet() {
        Waiter waiter = joinUnlessSet();
        if (waiter != null) {
            try {
                await(waiter);
            } catch (Throwable givenUp) {
                leave(waiter);
                throw givenUp;
            }
        }
        return Coroutine.done();
    }

    /** Sets the event and wakes all who wait. */
    public void set() {
        Waiter granted;
        synchronized (waiting) {
            set = true;
            granted = waiting.grantAll();
        }
        WaitQueue.wake(granted);
    }

    /** Takes the event back: who comes from now on waits for the next {@link #set}. */
    public void clear() {
        synchronized (waiting) {
            set = false;
        }
    }

    /**
     * Tells whether the event is set.
     *
     * @return true if so
     */
    public boolean isSet() {
        return set;
    }

    /** As in {@code <AsyncEvent unset, waiters:2>}. */
    @Override
    public String toString() {
        synchronized (waiting) {
            return "<AsyncEvent " + (set ? "set" : "unset") + waiting.told("waiters") + ">";
        }
    }

    /** A place among those who wait; null if the event is set. */
    private Waiter joinUnlessSet() {
        synchronized (waiting) {
            return set ? null : waiting.join();
        }
    }

    private void leave(Waiter waiter) {
        synchronized (waiting) {
            waiting.leave(waiter);
        }
    }
}
