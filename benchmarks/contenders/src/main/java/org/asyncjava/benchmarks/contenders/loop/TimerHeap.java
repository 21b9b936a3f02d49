package org.asyncjava.benchmarks.contenders.loop;

import java.util.Arrays;

/** Timers, the earliest first, in a binary heap of two arrays: 12 bytes for each. Confined to one thread. */
public final class TimerHeap {
    private long[] times = new long[64];
    private Runnable[] items = new Runnable[64];
    private int size;

    /** No timers. */
    public TimerHeap() {
    }

    /**
     * Tells whether there are none.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The earliest time; there must be a timer.
     *
     * @return in nanoseconds
     */
    public long firstTime() {
        return times[0];
    }

    /**
     * Adds a timer.
     *
     * @param time when it is due
     * @param item what to run then
     */
    public void add(long time, Runnable item) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            items = Arrays.copyOf(items, size * 2);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = hole - 1 >>> 1;
            if (times[parent] - time <= 0) {
                break;
            }
            times[hole] = times[parent];
            items[hole] = items[parent];
            hole = parent;
        }
        times[hole] = time;
        items[hole] = item;
    }

    /**
     * Takes the earliest timer; there must be one.
     *
     * @return what to run
     */
    public Runnable removeFirst() {
        Runnable first = items[0];
        size--;
        long time = times[size];
        Runnable last = items[size];
        items[size] = null;
        if (size > 0) {
            siftDown(time, last);
        }
        return first;
    }

    private void siftDown(long time, Runnable item) {
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && times[child + 1] - times[child] < 0) {
                child++;
            }
            if (time - times[child] <= 0) {
                break;
            }
            times[hole] = times[child];
            items[hole] = items[child];
            hole = child;
        }
        times[hole] = time;
        items[hole] = item;
    }
}
