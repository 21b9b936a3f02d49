package org.asyncjava.runtime;

import java.util.concurrent.RejectedExecutionException;

/**
 * The loop that an object belongs to as long as somebody waits for it there: objects whose waiters belong to one loop are confined to its thread
 * meanwhile. When nobody waits any another loop may use the object; that this one then sees what was done before is up to the program.
 */
final class LoopBinding {
    private final String owner;
    private EventLoop loop;
    private int waiting;

    LoopBinding(String owner) {
        this.owner = owner;
    }

    /**
     * To be called before a wait; {@link #leave} is to follow.
     *
     * @throws IllegalStateException when no loop runs on this thread, another one than that of those who wait, or one on which the call would not go on
     * @throws RejectedExecutionException when the loop is being closed
     */
    void enter() {
        ThreadState thread = ThreadState.current();
        EventLoop running = EventLoop.on(thread);
        if (running == null) {
            running = EventLoop.require("waiting for an " + owner); // throws: the text is not made before it is needed
        }
        running.requireOpen();
        if (!thread.isHomeOf(running)) {
            throw new IllegalStateException("waiting for an " + owner + " is for calls that go on on the loop, and this one has another dispatcher");
        }
        if (loop == null) {
            loop = running;
        } else if (loop != running) {
            throw otherLoop();
        }
        waiting++;
    }

    /** To be called after a wait, however that has ended. */
    void leave() {
        waiting--;
        if (waiting == 0) {
            loop = null;
        }
    }

    /**
     * To be called before a step that changes what those who wait have agreed on.
     *
     * @throws IllegalStateException where another loop runs than that of those who wait, or none
     */
    void requireSame() {
        EventLoop bound = loop;
        if (bound != null && Loop.on(ThreadState.current()) != bound) {
            throw otherLoop();
        }
    }

    /**
     * To be called before a change that may wake somebody.
     *
     * @throws IllegalStateException on a thread other than the one that runs the loop of those who wait
     */
    void requireOwnThread() {
        EventLoop bound = loop;
        if (bound != null && bound.runsElsewhere()) {
            throw new IllegalStateException("this " + owner + " belongs to an event loop of another thread as long as somebody waits for it;"
                    + " use loop.callSoonThreadsafe(...)");
        }
    }

    private IllegalStateException otherLoop() {
        return new IllegalStateException("this " + owner + " is bound to a different event loop as long as somebody waits for it there");
    }
}
