package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A loop's timers, the earliest first; of two with the same time the one that was registered first. A heap in parallel arrays, so that a timer costs
 * 16 bytes beside its own object; of four children each, so that many timers mean half as many levels and moves of references. Confined to the loop.
 */
final class Timers {
    /** Something that is due at a time. */
    interface Timer extends Runnable {
        /**
         * Tells whether nobody wants it any more.
         *
         * @return true if so
         */
        boolean isCancelled();
    }

    /** A timer and when it is due. */
    record Entry(long time, Timer timer) {
    }

    private static final int CHILDREN = 4;
    private static final int INITIAL = 8;
    private static final long[] NO_TIMES = {};
    private static final int[] NO_ORDERS = {};
    private static final Timer[] NO_TIMERS = {};
    /** Cancelled timers are thrown out when there are this many timers and more than half of them are cancelled, as in asyncio. */
    private static final int PURGE_FROM = 100;
    /** Larger arrays are given back after a burst. */
    private static final int LARGE = 1 << 14;

    /** No timers; nothing is added to it. */
    static final Timers NONE = new Timers();

    private long[] times = NO_TIMES;
    /** The numbers of registration; they wrap around, which is no matter among timers that are there at the same time. */
    private int[] orders = NO_ORDERS;
    private Timer[] timers = NO_TIMERS;
    private int size;
    private int cancelled;
    private int registered;

    /** How many there are, cancelled ones included. */
    int size() {
        return size;
    }

    void add(long time, Timer timer) {
        if (size == timers.length) {
            resize(Math.max(INITIAL, size << 1));
        }
        siftUp(size++, time, registered++, timer);
    }

    /** One of the timers has been cancelled. */
    void noteCancelled() {
        cancelled++;
        if (size > PURGE_FROM && cancelled > size / 2) {
            purge();
        }
    }

    /** Tells whether the first timer is due at a time. */
    boolean isDueBy(long now) {
        return !isEmpty() && times[0] <= now;
    }

    boolean isEmpty() {
        dropCancelled();
        return size == 0;
    }

    /** The earliest time; there must be a timer. */
    long firstTime() {
        return times[0];
    }

    /** Moves what is due to a queue. */
    void drainDue(long now, ReadyQueue queue) {
        while (isDueBy(now)) {
            queue.add(removeFirst());
        }
        shrink();
    }

    /** Removes all, and returns those that were not cancelled, the earliest first. */
    List<Entry> drainAll() {
        List<Entry> rest = new ArrayList<>();
        while (!isEmpty()) {
            long time = firstTime();
            rest.add(new Entry(time, removeFirst()));
        }
        if (timers.length > 0) {
            timers = NO_TIMERS;
            times = NO_TIMES;
            orders = NO_ORDERS;
        }
        return rest;
    }

    /** The timers with their times, as far as another thread can see. */
    Map<Timer, Long> seen() {
        Timer[] seenTimers = timers.clone();
        long[] seenTimes = times.clone();
        Map<Timer, Long> seen = new IdentityHashMap<>();
        for (int i = 0; i < Math.min(seenTimers.length, seenTimes.length); i++) {
            if (seenTimers[i] != null) {
                seen.put(seenTimers[i], seenTimes[i]);
            }
        }
        return seen;
    }

    private void dropCancelled() {
        while (size > 0 && timers[0].isCancelled()) {
            removeFirst();
            cancelled = Math.max(0, cancelled - 1);
        }
    }

    private Timer removeFirst() {
        Timer first = timers[0];
        size--;
        long time = times[size];
        int order = orders[size];
        Timer last = timers[size];
        timers[size] = null;
        if (size > 0) {
            siftDown(time, order, last);
        }
        return first;
    }

    /** How many of those that are there are cancelled. */
    int countCancelled() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (timers[i].isCancelled()) {
                count++;
            }
        }
        return count;
    }

    /** Throws out all that are cancelled. */
    void purge() {
        long[] oldTimes = times;
        int[] oldOrders = orders;
        Timer[] oldTimers = timers;
        int oldSize = size;
        size = 0;
        cancelled = 0;
        times = new long[oldTimes.length];
        orders = new int[oldTimes.length];
        timers = new Timer[oldTimes.length];
        for (int i = 0; i < oldSize; i++) {
            if (!oldTimers[i].isCancelled()) {
                siftUp(size++, oldTimes[i], oldOrders[i], oldTimers[i]);
            }
        }
        shrink();
    }

    private void shrink() {
        if (timers.length > LARGE && size < timers.length >> 3) {
            resize(Math.max(INITIAL, Integer.highestOneBit(Math.max(size, 1)) << 2));
        }
    }

    private void resize(int capacity) {
        times = Arrays.copyOf(times, capacity);
        orders = Arrays.copyOf(orders, capacity);
        timers = Arrays.copyOf(timers, capacity);
    }

    private void siftUp(int from, long time, int order, Timer timer) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) / CHILDREN;
            if (!isBefore(time, order, parent)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, time, order, timer);
    }

    private void siftDown(long time, int order, Timer timer) {
        int hole = 0;
        for (int child = firstChild(hole); child < size; child = firstChild(hole)) {
            int earliest = earliest(child, Math.min(child + CHILDREN, size));
            if (isBefore(time, order, earliest)) {
                break;
            }
            move(earliest, hole);
            hole = earliest;
        }
        put(hole, time, order, timer);
    }

    private static int firstChild(int parent) {
        return CHILDREN * parent + 1;
    }

    private int earliest(int from, int end) {
        int earliest = from;
        for (int each = from + 1; each < end; each++) {
            if (isBefore(times[each], orders[each], earliest)) {
                earliest = each;
            }
        }
        return earliest;
    }

    private boolean isBefore(long time, int order, int other) {
        return time < times[other] || time == times[other] && order - orders[other] < 0;
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], timers[from]);
    }

    private void put(int at, long time, int order, Timer timer) {
        times[at] = time;
        orders[at] = order;
        timers[at] = timer;
    }
}
