package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;

/**
 * A flag that calls can wait for: asyncio's {@code Event}.
 *
 * <p>{@link #set} wakes everybody who waits at that moment, also if the flag is cleared at once. Confined to the loop on which somebody first
 * waits for it; from another thread use {@code loop.callSoonThreadsafe(event::set)}.
 *
 * @since 0.1.0
 */
@NullMarked
public final class AsyncEvent {
    private final LoopBinding binding = new LoopBinding("AsyncEvent");
    private final WaitQueue waiting = new WaitQueue();
    private boolean set;

    /** Makes an event that is not set. */
    public AsyncEvent() {
    }

    /**
     * Waits until the event is set.
     *
     * @return what to await; done at once if it is set. Fails with an {@link IllegalStateException} where it would have to wait and no loop
     *     runs on the thread, or another one than before
     */
    @Async
    public Coroutine<Void> whenSet() {
        if (!set) {
            binding.requireForWaiting();
            Waiter waiter = waiting.join();
            try {
                await(waiter);
            } finally {
                waiting.leave(waiter);
            }
        }
        return Coroutine.done();
    }

    /**
     * Sets the event and wakes all who wait.
     *
     * @throws IllegalStateException on a thread other than the loop's
     */
    public void set() {
        binding.requireOwnThread();
        if (!set) {
            set = true;
            waiting.wakeAll();
        }
    }

    /** Takes the event back: who comes from now on waits for the next {@link #set}. */
    public void clear() {
        set = false;
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
        return "<AsyncEvent " + (set ? "set" : "unset") + waiting.told("waiters") + ">";
    }
}
