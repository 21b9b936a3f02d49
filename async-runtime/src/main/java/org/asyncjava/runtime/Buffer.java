package org.asyncjava.runtime;

import java.util.Locale;

/**
 * The items of an {@link AsyncQueue} and those who wait: for room, for an item, or for the end of the work. Thread-safe. Calls that wait are woken, and
 * a priority queue's order is asked, outside the monitor.
 *
 * <p>As in asyncio whoever is woken looks again. An item stays in here until the call that takes it runs: none is on its way to anybody, and a call that
 * fails while it waits has nothing to give back but that it was woken.
 *
 * @param <T> the type of the items
 */
final class Buffer<T> implements Lender {
    private enum Life { OPEN, SHUT_DOWN }

    /** What stands for the place of who does not wait. */
    private static final Waiter NOWHERE = new Waiter();

    private final Object owner;
    private final Items<T> items;
    private final int capacity;
    private final WaitQueue putters = new WaitQueue(this);
    private final WaitQueue takers = new WaitQueue(this);
    private final WaitQueue joiners = new WaitQueue(this);
    private int unfinished;
    private Life life = Life.OPEN;

    Buffer(Object owner, Items<T> items, int capacity) {
        this.owner = owner;
        this.items = items;
        this.capacity = capacity <= 0 ? Integer.MAX_VALUE : capacity;
    }

    /**
     * Adds an item.
     *
     * @return false if there is no room
     * @throws QueueShutDownException after {@link #shutDown}
     */
    boolean add(T item) {
        return addOrWait(item, null) == null;
    }

    /**
     * Adds an item, or joins those who wait for room.
     *
     * @return null if it was added, otherwise the place among them
     * @throws QueueShutDownException after {@link #shutDown}
     */
    Waiter addOrJoin(T item) {
        return addOrWait(item, putters);
    }

    /** Null if the item was added; otherwise a place in a queue, {@link #NOWHERE} if there is none. */
    private Waiter addOrWait(T item, WaitQueue queue) {
        Lender.uses(this);
        Waiter taker;
        for (Heap<T> prepared = null; ; prepared = items.prepareToAdd(item)) {
            synchronized (this) {
                requireOpen();
                if (items.size() >= capacity) {
                    return queue == null ? NOWHERE : queue.join();
                }
                if (items.add(item, prepared)) {
                    unfinished++;
                    taker = takers.grantFirst();
                    break;
                }
            }
        }
        WaitQueue.wake(taker);
        return null;
    }

    /**
     * Removes the first item.
     *
     * @return the item; null if there is none
     * @throws QueueShutDownException when there is none, after {@link #shutDown}
     */
    @SuppressWarnings("unchecked")
    T remove() {
        return (T) removeOrWait(null);
    }

    /**
     * Removes the first item, or joins those who wait for one.
     *
     * @return the item, or a {@link Waiter}: the place among them
     * @throws QueueShutDownException when there is none, after {@link #shutDown}
     */
    Object removeOrJoin() {
        return removeOrWait(takers);
    }

    /** The item; otherwise a place in a queue, null if there is none. */
    private Object removeOrWait(WaitQueue queue) {
        Lender.uses(this);
        T item;
        Waiter putter;
        for (Heap<T> prepared = null; ; prepared = items.prepareToRemove()) {
            synchronized (this) {
                if (items.size() == 0) {
                    requireOpen();
                    return queue == null ? null : queue.join();
                }
                item = items.remove(prepared);
                if (item != null) {
                    putter = putters.grantFirst();
                    break;
                }
            }
        }
        Lender.took(this);
        WaitQueue.wake(putter);
        return item;
    }

    /** A place among those who wait for the end of the work; null if there is none left. */
    synchronized Waiter waitForEnd() {
        return unfinished == 0 ? null : joiners.join();
    }

    /** A call that wanted to add fails. If it was woken and leaves the room that it was woken for, the next one is. */
    void giveUpAdding(Waiter waiter) {
        Waiter next;
        synchronized (this) {
            next = leaves(putters, waiter) && canAdd() ? putters.grantFirst() : null;
        }
        WaitQueue.wake(next);
    }

    /** A call that wanted to remove fails. If it was woken and leaves the item that it was woken for, the next one is. */
    void giveUpRemoving(Waiter waiter) {
        Waiter next;
        synchronized (this) {
            next = leaves(takers, waiter) && canRemove() ? takers.grantFirst() : null;
        }
        WaitQueue.wake(next);
    }

    synchronized void giveUpJoining(Waiter waiter) {
        joiners.leave(waiter);
    }

    /** Takes a call that may have waited out of a queue; true if it was woken. */
    private static boolean leaves(WaitQueue queue, Waiter waiter) {
        if (waiter == null) {
            return false;
        }
        queue.leave(waiter);
        return waiter.isGranted();
    }

    /** The work for one item is done. */
    void taskDone() {
        Waiter joined;
        synchronized (this) {
            if (unfinished == 0) {
                throw new IllegalStateException("taskDone() called too many times");
            }
            unfinished--;
            joined = grantJoiners();
        }
        WaitQueue.wake(joined);
    }

    /** Takes no more items, and wakes those who wait in vain now. */
    void shutDown() {
        Waiter wokenTakers;
        Waiter wokenPutters;
        synchronized (this) {
            life = Life.SHUT_DOWN;
            wokenTakers = takers.grantAll();
            wokenPutters = putters.grantAll();
        }
        WaitQueue.wake(wokenTakers);
        WaitQueue.wake(wokenPutters);
    }

    /** As {@link #shutDown}, and drops the items, which count as done. */
    void shutDownNow() {
        Waiter joined;
        synchronized (this) {
            life = Life.SHUT_DOWN;
            unfinished = Math.max(0, unfinished - items.size());
            items.clear();
            joined = grantJoiners();
        }
        WaitQueue.wake(joined);
        shutDown();
    }

    /** Items that were taken, and whose work is not done. */
    @Override
    public synchronized long lent() {
        return (long) unfinished - items.size();
    }

    @Override
    public Object owner() {
        return owner;
    }

    synchronized int size() {
        return items.size();
    }

    int capacity() {
        return capacity;
    }

    synchronized boolean isShutDown() {
        return life == Life.SHUT_DOWN;
    }

    /** For a text. */
    @Override
    public synchronized String toString() {
        return life.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", items:" + items.size() + (capacity == Integer.MAX_VALUE ? "" : "/" + capacity) + ", unfinished:" + unfinished
                + takers.told("takers") + putters.told("putters") + joiners.told("joiners");
    }

    private boolean canAdd() {
        return items.size() < capacity || life == Life.SHUT_DOWN;
    }

    private boolean canRemove() {
        return items.size() > 0 || life == Life.SHUT_DOWN;
    }

    private void requireOpen() {
        if (life == Life.SHUT_DOWN) {
            throw new QueueShutDownException("queue was shut down");
        }
    }

    private Waiter grantJoiners() {
        return unfinished == 0 ? joiners.grantAll() : null;
    }
}
