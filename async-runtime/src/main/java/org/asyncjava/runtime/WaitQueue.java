package org.asyncjava.runtime;

/**
 * Those who wait for one thing, in the order in which they came: a list linked through the waiters, so that leaving it costs the same
 * wherever one stands. Whoever owns it guards it.
 */
final class WaitQueue {
    private Waiter first;
    private Waiter last;

    /** Adds a new waiter at the end. */
    Waiter join() {
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

    /** Wakes up to a number of those who wait, the first ones. */
    void wake(int count) {
        for (int left = count; left > 0; left--) {
            Waiter waiter = grantFirst();
            if (waiter == null) {
                return;
            }
            waiter.wake();
        }
    }

    void wakeAll() {
        wake(Integer.MAX_VALUE);
    }
}
