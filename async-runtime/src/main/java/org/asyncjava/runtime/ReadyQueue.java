package org.asyncjava.runtime;

/** A FIFO queue of what a loop has to run: a ring in an array that grows. Confined to the loop. */
final class ReadyQueue {
    private static final int INITIAL = 64;

    private Runnable[] ring = new Runnable[INITIAL];
    private int head;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(Runnable item) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) & (ring.length - 1)] = item;
        size++;
    }

    /** The oldest; there must be one. */
    Runnable first() {
        return ring[head];
    }

    /** Removes the oldest; there must be one. */
    void removeFirst() {
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
    }

    void clear() {
        ring = new Runnable[INITIAL];
        head = 0;
        size = 0;
    }

    private void grow() {
        Runnable[] larger = new Runnable[ring.length << 1];
        int upToEnd = ring.length - head;
        System.arraycopy(ring, head, larger, 0, upToEnd);
        System.arraycopy(ring, 0, larger, upToEnd, head);
        ring = larger;
        head = 0;
    }
}
