package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.function.BooleanSupplier;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;

/**
 * A queue between calls that put items and calls that take them: asyncio's {@code Queue}, {@code LifoQueue} and {@code PriorityQueue}.
 *
 * <p>Putting waits while the queue is full, taking while it is empty; those who wait are woken in the order in which they came. As in asyncio
 * one that is woken looks again, and waits anew if somebody who had no need to wait was quicker. Confined to the loop on which somebody first
 * has to wait. Items are never null.
 *
 * @param <T> the type of the items
 * @since 0.1.0
 */
@NullMarked
public final class AsyncQueue<T> {
    private enum Life { OPEN, SHUT_DOWN }

    private final LoopBinding binding = new LoopBinding("AsyncQueue");
    private final WaitQueue putters = new WaitQueue();
    private final WaitQueue takers = new WaitQueue();
    private final WaitQueue joiners = new WaitQueue();
    private final Queue<T> items;
    private final int capacity;
    private int unfinished;
    private Life life = Life.OPEN;

    private AsyncQueue(Queue<T> items, int capacity) {
        this.items = items;
        this.capacity = capacity <= 0 ? Integer.MAX_VALUE : capacity;
    }

    /** Makes a queue without a limit that gives items in the order in which they came. */
    public AsyncQueue() {
        this(0);
    }

    /**
     * Makes a queue that gives items in the order in which they came.
     *
     * @param capacity how many items it holds; zero or negative: any number
     */
    public AsyncQueue(int capacity) {
        this(new ArrayDeque<>(), capacity);
    }

    /**
     * Makes a queue that gives the newest item first.
     *
     * @param <T> the type of the items
     * @param capacity how many items it holds; zero or negative: any number
     * @return a new queue
     */
    public static <T> AsyncQueue<T> lifo(int capacity) {
        return new AsyncQueue<>(Collections.asLifoQueue(new ArrayDeque<>()), capacity);
    }

    /**
     * Makes a queue that gives the smallest item first. Among equal ones the order is open.
     *
     * @param <T> the type of the items
     * @param capacity how many items it holds; zero or negative: any number
     * @param order which item is smaller
     * @return a new queue
     */
    public static <T> AsyncQueue<T> priority(int capacity, Comparator<? super T> order) {
        return new AsyncQueue<>(new Heap<>(Objects.requireNonNull(order, "order")), capacity);
    }

    /**
     * Adds an item, and waits until there is room.
     *
     * @param item the item
     * @return what to await; fails with a {@link QueueShutDownException} when the queue is shut down before there is room
     */
    public Coroutine<Void> put(T item) {
        return put(this, Objects.requireNonNull(item, "item"));
    }

    @Async
    private static <T> Coroutine<Void> put(AsyncQueue<T> queue, T item) {
        Waiter waiter = null;
        try {
            while (!queue.canPut()) {
                waiter = queue.enter(queue.putters);
                await(waiter);
            }
            queue.putNow(item);
        } catch (Throwable failure) { // also by the order of a priority queue, which may throw
            giveUp(queue.putters, waiter, queue::canPut);
            throw failure;
        }
        return Coroutine.done();
    }

    /**
     * Takes an item, and waits until there is one.
     *
     * @return what to await; fails with a {@link QueueShutDownException} when the queue is shut down and empty
     */
    @Async
    public Coroutine<T> take() {
        Waiter waiter = null;
        try {
            while (!canTake()) {
                waiter = enter(takers);
                await(waiter);
            }
            return Coroutine.of(takeNow());
        } catch (Throwable failure) {
            giveUp(takers, waiter, this::canTake);
            throw failure;
        }
    }

    /**
     * Waits until every item that was put has been taken and {@link #taskDone} was called for it.
     *
     * @return what to await; done at once if there is nothing to wait for
     */
    @Async
    public Coroutine<Void> join() {
        if (unfinished > 0) {
            Waiter waiter = enter(joiners);
            try {
                await(waiter);
            } finally {
                joiners.leave(waiter);
            }
        }
        return Coroutine.done();
    }

    /**
     * Adds an item without waiting.
     *
     * @param item the item
     * @throws QueueFullException when there is no room
     * @throws QueueShutDownException when the queue was shut down
     * @throws IllegalStateException on a thread other than the loop's
     */
    public void putNow(T item) {
        Objects.requireNonNull(item, "item");
        binding.requireOwnThread();
        if (isShutDown()) {
            throw new QueueShutDownException("queue was shut down");
        }
        if (isFull()) {
            throw new QueueFullException("queue is full: " + capacity);
        }
        items.add(item);
        unfinished++;
        takers.wake(1);
    }

    /**
     * Takes an item without waiting.
     *
     * @return the item
     * @throws QueueEmptyException when there is none
     * @throws QueueShutDownException when there is none and the queue was shut down
     * @throws IllegalStateException on a thread other than the loop's
     */
    public T takeNow() {
        binding.requireOwnThread();
        if (items.isEmpty()) {
            throw isShutDown() ? new QueueShutDownException("queue was shut down") : new QueueEmptyException("queue is empty");
        }
        T item = items.remove();
        putters.wake(1);
        return item;
    }

    /**
     * Says that the work for one taken item is done.
     *
     * @throws IllegalStateException when that was said more often than items were put, or on a thread other than the loop's
     */
    public void taskDone() {
        binding.requireOwnThread();
        if (unfinished == 0) {
            throw new IllegalStateException("taskDone() called too many times");
        }
        unfinished--;
        wakeJoiners();
    }

    /**
     * Takes no more items; those that are in the queue can still be taken. Who waits to put fails, and who waits to take from the empty queue.
     *
     * @throws IllegalStateException on a thread other than the loop's
     */
    public void shutdown() {
        binding.requireOwnThread();
        life = Life.SHUT_DOWN;
        takers.wakeAll();
        putters.wakeAll();
    }

    /**
     * As {@link #shutdown}, and drops what is in the queue, counted as done.
     *
     * @throws IllegalStateException on a thread other than the loop's
     */
    public void shutdownNow() {
        binding.requireOwnThread();
        unfinished = Math.max(0, unfinished - items.size());
        items.clear();
        wakeJoiners();
        shutdown();
    }

    /**
     * How many items are in the queue.
     *
     * @return the number
     */
    public int size() {
        return items.size();
    }

    /**
     * How many items the queue holds at most.
     *
     * @return the number; {@link Integer#MAX_VALUE} for any
     */
    public int capacity() {
        return capacity;
    }

    /**
     * Tells whether there is nothing to take.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /**
     * Tells whether there is no room.
     *
     * @return true if so
     */
    public boolean isFull() {
        return items.size() >= capacity;
    }

    /**
     * Tells whether the queue was shut down.
     *
     * @return true if so
     */
    public boolean isShutDown() {
        return life == Life.SHUT_DOWN;
    }

    /** As in {@code <AsyncQueue open, items:0, unfinished:0, takers:2>}. */
    @Override
    public String toString() {
        return "<AsyncQueue " + life.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", items:" + items.size() + ", unfinished:" + unfinished
                + takers.told("takers") + putters.told("putters") + joiners.told("joiners") + ">";
    }

    private boolean canPut() {
        return !isFull() || isShutDown();
    }

    private boolean canTake() {
        return !isEmpty() || isShutDown();
    }

    private Waiter enter(WaitQueue queue) {
        binding.requireForWaiting();
        return queue.join();
    }

    /** A call fails that may have waited. If it was woken and leaves what it was woken for, the next one is. */
    private static void giveUp(WaitQueue queue, Waiter waiter, BooleanSupplier canGoOn) {
        if (waiter != null) {
            queue.leave(waiter);
            if (waiter.isGranted() && canGoOn.getAsBoolean()) {
                queue.wake(1);
            }
        }
    }

    private void wakeJoiners() {
        if (unfinished == 0) {
            joiners.wakeAll();
        }
    }
}
