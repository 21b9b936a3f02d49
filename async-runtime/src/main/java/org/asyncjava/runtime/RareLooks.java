package org.asyncjava.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * Looks at loops that have nothing to do, as seldom as that costs a small part of the time: to look takes the longer the more tasks there are. A look that was left
 * out is made up for when its time has come. Thread-safe.
 */
final class RareLooks {
    /** One part of the time in so many. */
    private static final int PART = 20;

    /** How many are left that take long because their classes are loaded, and are not counted; about so many. */
    private volatile int first = 10;

    private final Map<EventLoop, Looks> looks = Collections.synchronizedMap(new WeakHashMap<>());

    /** When a loop may be looked at. Confined to the loop, which runs it when that time has come. */
    private static final class Looks implements Runnable {
        private long next = System.nanoTime();
        private boolean isToCome;

        @Override
        public void run() {
            isToCome = false;
        }

        @Override
        public String toString() {
            return "<look at what waits>";
        }
    }

    /** Looks at a loop on its thread, now or later, when the loop will ask again. */
    void look(EventLoop loop, Consumer<EventLoop> look) {
        Looks own = looks.computeIfAbsent(loop, unknown -> new Looks());
        long begin = System.nanoTime();
        if (own.next - begin <= 0) {
            look.accept(loop);
            long end = System.nanoTime();
            own.next = end;
            if (first > 0) {
                first--;
            } else {
                own.next += (end - begin) * PART;
            }
        } else if (!own.isToCome) {
            own.isToCome = true;
            DefaultDispatch.runLater(() -> loop.resume(own), own.next - begin);
        }
    }
}
