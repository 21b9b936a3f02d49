package org.asyncjava.runtime;

/**
 * A flag that calls can wait for: asyncio's {@code Event}.
 *
 * <p>{@link #set} wakes everybody who waits at that moment, also if the flag is cleared at once. Confined to the loop on which somebody first
 * waits for it; from another thread use {@code loop.callSoonThreadsafe(event::set)}.
 */
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
    public Coroutine<Void> whenSet() {
        return new Wait();
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

    private final class Wait extends Continuation<Void> {
        private static final int WAITING = 1;

        private Waiter waiter;

        @Override
        protected void resume() throws Throwable {
            if (ColdSteps.state(this) == WAITING) {
                Throwable failure = Waiter.failure(this);
                waiting.leave(waiter);
                if (failure != null) {
                    throw failure;
                }
            } else if (!set) {
                binding.requireForWaiting();
                waiter = waiting.join();
                waiter.suspend(this, WAITING);
                return;
            }
            complete(null);
        }

        @Override
        protected String source() {
            return AsyncEvent.class.getName() + "\0whenSet\0\0";
        }
    }
}
