package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

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
    private static final VarHandle TOP;

    static {
        try {
            TOP = MethodHandles.lookup().findVarHandle(Inbox.class, "top", Entry.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile Entry top;

    /**
     * Adds something, from any thread.
     *
     * @return false if the inbox has been closed
     */
    boolean add(Runnable item) {
        Entry entry = new Entry(item);
        do {
            entry.next = top;
            if (entry.next == CLOSED) {
                return false;
            }
        } while (!TOP.compareAndSet(this, entry.next, entry));
        return true;
    }

    boolean isEmpty() {
        return top == null;
    }

    /** Moves everything to the end of a queue, oldest first. On the loop's thread, not after {@link #closeInto}. */
    void drainTo(ReadyQueue queue) {
        if (isEmpty()) {
            return;
        }
        moveTo(queue, (Entry) TOP.getAndSet(this, null));
    }

    /** Moves everything to the end of a queue and refuses what comes. On the loop's thread, once. */
    void closeInto(ReadyQueue queue) {
        moveTo(queue, (Entry) TOP.getAndSet(this, CLOSED));
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
