package org.asyncjava.runtime;

import java.util.concurrent.atomic.AtomicReference;

/** What other threads want a loop to run: a lock-free stack, turned round when it is emptied. */
final class Inbox {
    private record Entry(Runnable item, Entry below) {
    }

    private final AtomicReference<Entry> top = new AtomicReference<>();

    /** Any thread. */
    void add(Runnable item) {
        Entry below;
        do {
            below = top.get();
        } while (!top.compareAndSet(below, new Entry(item, below)));
    }

    boolean isEmpty() {
        return top.get() == null;
    }

    /** Moves everything to the end of a queue, oldest first. */
    void drainTo(ReadyQueue queue) {
        Entry entry = isEmpty() ? null : top.getAndSet(null);
        Entry oldest = null;
        while (entry != null) {
            oldest = new Entry(entry.item, oldest);
            entry = entry.below;
        }
        for (; oldest != null; oldest = oldest.below) {
            queue.add(oldest.item);
        }
    }
}
