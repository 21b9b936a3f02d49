package org.asyncjava.runtime;

/**
 * A FIFO queue of what a loop has to run: a ring in an array that grows. Confined to the loop.
 *
 * <p>The two counters only grow, and wrap around: adding changes one, removing the other, so that neither has to wait for the other's store.
 */
final class ReadyQueue {
    private static final int INITIAL = 64;

    private Runnable[] ring = new Runnable[INITIAL];
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

    /** The oldest; there must be one. */
    Runnable first() {
        return ring[removed & (ring.length - 1)];
    }

    /** Removes the oldest; there must be one. */
    void removeFirst() {
        ring[removed++ & (ring.length - 1)] = null;
    }

    private void grow() {
        Runnable[] larger = new Runnable[ring.length << 1];
        int head = removed & (ring.length - 1);
        int upToEnd = ring.length - head;
        System.arraycopy(ring, head, larger, 0, upToEnd);
        System.arraycopy(ring, 0, larger, upToEnd, head);
        added -= removed;
        removed = 0;
        ring = larger;
    }
}
