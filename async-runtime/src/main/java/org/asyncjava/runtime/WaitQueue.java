package org.asyncjava.runtime;

import java.util.concurrent.RejectedExecutionException;

/**
 * Those who wait for one thing, in the order in which they came: a list linked through the waiters, so that leaving it costs the same
 * wherever one stands. Whoever owns it guards it.
 */
final class WaitQueue {
    private final Object owner;
    private Waiter first;
    private Waiter last;

    /**
     * Makes an empty one.
     *
     * @param owner what is waited for, or who has it; for a text
     */
    WaitQueue(Object owner) {
        this.owner = owner;
    }

    /** What the program knows that in whose queue an operand waits as: the lock, queue or event; null if it does not wait in one. Any thread. */
    static Object ownerOf(Object operand) {
        WaitQueue queue = operand instanceof Waiter waiter ? waiter.queue : null;
        Object owner = queue == null ? null : queue.owner;
        return owner instanceof Lender lender ? lender.owner() : owner;
    }

    /**
     * Adds a new waiter at the end.
     *
     * @throws RejectedExecutionException in a task whose loop is being closed: it would never go on, and what it is woken for would be lost
     */
    Waiter join() {
        Loop loop = Loop.on(ThreadState.current());
        if (loop != null && !loop.isOpen() && loop.isInTask()) {
            throw Loop.closed();
        }
        Waiter waiter = new Waiter();
        waiter.queue = this;
        waiter.previous = last;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
        return waiter;
    }

    /** Removes a waiter; without effect if it is not in here any more. */
    void leave(Waiter waiter) {
        if (waiter.queue != this) {
            return;
        }
        if (waiter.previous == null) {
            first = waiter.next;
        } else {
            waiter.previous.next = waiter.next;
        }
        if (waiter.next == null) {
            last = waiter.previous;
        } else {
            waiter.next.previous = waiter.previous;
        }
        waiter.queue = null;
        waiter.previous = null;
        waiter.next = null;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** Tells whether anybody waits in here who has not been cancelled. */
    boolean isWaitedFor() {
        for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
            if (waiter.isPending()) {
                return true;
            }
        }
        return false;
    }

    /** For the text of whoever owns it: {@code ", waiters:2"}, or nothing if nobody waits. */
    String told(String name) {
        int count = 0;
        for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
            count += waiter.isPending() ? 1 : 0;
        }
        return count == 0 ? "" : ", " + name + ":" + count;
    }

    /** Tells whether the first one has been cancelled and will leave in the next turn. */
    boolean isLedByLeaving() {
        return first != null && first.isLeaving();
    }

    /** Removes the first one that waits, and decides for it; who is to be woken, or null if nobody waits. */
    Waiter grantFirst() {
        while (first != null) {
            Waiter waiter = first;
            leave(waiter);
            if (waiter.grant()) {
                return waiter;
            }
        }
        return null;
    }

    /**
     * Removes up to a number of those who wait, the first ones, and decides for them.
     *
     * @return who is to be woken by {@link #wake(Waiter)}, or null if nobody waits
     */
    Waiter grant(int count) {
        Waiter granted = count > 0 ? grantFirst() : null;
        Waiter latest = granted;
        for (int left = count - 1; left > 0 && latest != null; left--) {
            latest.next = grantFirst();
            latest = latest.next;
        }
        return granted;
    }

    Waiter grantAll() {
        return grant(Integer.MAX_VALUE);
    }

    /** Wakes those who were granted together, and nobody who has come since. Outside any lock: a call may go on here and now. */
    static void wake(Waiter granted) {
        Waiter waiter = granted;
        while (waiter != null) {
            Waiter next = waiter.next;
            waiter.next = null;
            waiter.wake();
            waiter = next;
        }
    }

    /** Wakes up to a number of those who wait, the first ones. */
    void wake(int count) {
        wake(grant(count));
    }

    void wakeAll() {
        wake(grantAll());
    }
}
