package org.asyncjava.runtime;

import java.util.concurrent.atomic.AtomicReference;

/** What other threads want a loop to run: a lock-free stack, turned round when it is emptied. */
final class Inbox {
    private static final class Entry {
        private final Runnable item;
        private Entry next;

        private Entry(Runnable item) {
            this.item = item;
        }
    }

    private static final Entry CLOSED = new Entry(null);

    private final AtomicReference<Entry> top = new AtomicReference<>();

    /**
     * Adds something, from any thread.
     *
     * @return false if the inbox has been closed
     */
    boolean add(Runnable item) {
        Entry entry = new Entry(item);
        do {
            entry.next = top.get();
            if (entry.next == CLOSED) {
                return false;
            }
        } while (!top.compareAndSet(entry.next, entry));
        return true;
    }

    boolean isEmpty() {
        return top.get() == null;
    }

    /** Moves everything to the end of a queue, oldest first. On the loop's thread, not after {@link #closeInto}. */
    void drainTo(ReadyQueue queue) {
        if (isEmpty()) {
            return;
        }
        moveTo(queue, top.getAndSet(null));
    }

    /** Moves everything to the end of a queue and refuses what comes. On the loop's thread, once. */
    void closeInto(ReadyQueue queue) {
        moveTo(queue, top.getAndSet(CLOSED));
    }

    private static void moveTo(ReadyQueue queue, Entry top) {
        Entry newest = top;
        Entry oldest = null;
        while (newest != null) {
            Entry below = newest.next;
            newest.next = oldest;
            oldest = newest;
            newest = below;
        }
        for (; oldest != null; oldest = oldest.next) {
            queue.add(oldest.item);
        }
    }
}
