package org.asyncjava.runtime;

import java.util.List;

/**
 * The loops of the process, for whoever looks at it. Strands are among them in debug mode alone: there may be very many, and each would cost 40 bytes more.
 * Thread-safe.
 */
final class LiveLoops {
    private static final WeakList<EventLoop> ALL = new WeakList<>();

    private LiveLoops() {
    }

    static void made(EventLoop loop) {
        if (loop.strandTurns() == null || Debug.ENABLED) {
            ALL.add(loop);
        }
    }

    /** Those that are not closed, the oldest first. */
    static List<EventLoop> all() {
        return ALL.all().stream().filter(loop -> !loop.isAtEnd()).toList();
    }
}
