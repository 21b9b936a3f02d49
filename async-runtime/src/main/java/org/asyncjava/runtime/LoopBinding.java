package org.asyncjava.runtime;

/**
 * The loop that an object belongs to: the one on which somebody first had to wait for it, as in asyncio. Objects that belong to a loop are
 * confined to its thread.
 */
final class LoopBinding {
    private final String owner;
    private EventLoop loop;

    LoopBinding(String owner) {
        this.owner = owner;
    }

    /**
     * To be called before a wait.
     *
     * @throws IllegalStateException when no loop runs on this thread, or another one than before
     */
    void requireForWaiting() {
        EventLoop running = EventLoop.require("waiting for an " + owner);
        if (loop == null) {
            loop = running;
        } else if (loop != running) {
            throw new IllegalStateException("this " + owner + " is bound to a different event loop");
        }
    }

    /**
     * To be called before a step that changes what those who wait have agreed on.
     *
     * @throws IllegalStateException where another loop runs than the one that it belongs to, or none
     */
    void requireSame() {
        if (loop != null && ThreadState.current().loop != loop) {
            throw new IllegalStateException("this " + owner + " is bound to a different event loop");
        }
    }

    /**
     * To be called before a change that may wake somebody.
     *
     * @throws IllegalStateException on a thread other than the one that runs the loop
     */
    void requireOwnThread() {
        if (loop != null && loop.runsElsewhere()) {
            throw new IllegalStateException("this " + owner + " belongs to an event loop of another thread; use loop.callSoonThreadsafe(...)");
        }
    }
}
