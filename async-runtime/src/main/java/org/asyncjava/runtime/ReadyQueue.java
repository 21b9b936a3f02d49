package org.asyncjava.runtime;

/**
 * A FIFO queue of what a loop has to run: a ring in an array that grows. Confined to the loop.
 *
 * <p>The two counters only grow, and wrap around: adding changes one, removing the other, so that neither has to wait for the other's store.
 */
final class ReadyQueue {
    /** A loop may be one of very many. */
    private static final int INITIAL = 2;
    /** A larger ring is given back after a burst. */
    private static final int LARGE = 1 << 14;

    /** Of Runnables. An array of an interface would look each time for that among the interfaces of what is stored. */
    private Object[] ring = new Object[INITIAL];
    private int removed;
    private int added;

    int size() {
        return added - removed;
    }

    boolean isEmpty() {
        return added == removed;
    }

    void add(Runnable item) {
        if (added - removed == ring.length) {
            grow();
        }
        ring[added++ & (ring.length - 1)] = item;
    }

    /** Tells whether, when all that is in it now has been removed, another so many items, a power of two, have been. */
    boolean passes(int items) {
        return ((added ^ removed) & -items) != 0;
    }

    /** The oldest; there must be one. */
    Runnable first() {
        return (Runnable) peek();
    }

    /** The oldest, for who asks for its class first: it is not looked up as a Runnable. */
    Object peek() {
        return ring[removed & (ring.length - 1)];
    }

    /** The one in a place, the oldest in place 0. */
    Runnable get(int place) {
        return (Runnable) ring[removed + place & (ring.length - 1)];
    }

    /** Puts the one in a place before all others, which keep their order. */
    void bringForward(int place) {
        Runnable item = get(place);
        for (int i = place; i > 0; i--) {
            ring[removed + i & (ring.length - 1)] = get(i - 1);
        }
        ring[removed & (ring.length - 1)] = item;
    }

    /** Removes the oldest; there must be one. */
    void removeFirst() {
        ring[removed++ & (ring.length - 1)] = null;
    }

    /** Puts something before the oldest. */
    void addFirst(Runnable item) {
        if (added - removed == ring.length) {
            grow();
        }
        ring[--removed & (ring.length - 1)] = item;
    }

    private void grow() {
        move(new Object[ring.length << 1]);
    }

    /** Between two turns: a burst that is over must not hold memory for ever. */
    void shrink() {
        if (ring.length > LARGE && size() < ring.length >> 3) {
            move(new Object[ring.length >> 2]);
        }
    }

    private void move(Object[] other) {
        int size = size();
        int head = removed & (ring.length - 1);
        int upToEnd = Math.min(size, ring.length - head);
        System.arraycopy(ring, head, other, 0, upToEnd);
        System.arraycopy(ring, 0, other, upToEnd, size - upToEnd);
        removed = 0;
        added = size;
        ring = other;
    }
}
