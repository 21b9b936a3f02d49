package org.asyncjava.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The loops of the process, for whoever looks at it; keeps none of them alive. Strands are among them in debug mode alone: there may be very many, and each would
 * cost 40 bytes more. Thread-safe.
 */
final class LiveLoops {
    private static final int INITIAL = 16;

    private static final List<WeakReference<EventLoop>> ALL = new ArrayList<>();
    private static int cleanAt = INITIAL;

    private LiveLoops() {
    }

    static void made(EventLoop loop) {
        if (loop.strandTurns() != null && !Debug.ENABLED) {
            return;
        }
        synchronized (ALL) {
            if (ALL.size() >= cleanAt) {
                ALL.removeIf(each -> each.refersTo(null));
                cleanAt = Math.max(INITIAL, 2 * ALL.size());
            }
            ALL.add(new WeakReference<>(loop));
        }
    }

    /** Those that are not closed, the oldest first. */
    static List<EventLoop> all() {
        List<EventLoop> loops = new ArrayList<>();
        synchronized (ALL) {
            for (WeakReference<EventLoop> each : ALL) {
                EventLoop loop = each.get();
                if (loop != null && !loop.isAtEnd()) {
                    loops.add(loop);
                }
            }
        }
        return loops;
    }
}
