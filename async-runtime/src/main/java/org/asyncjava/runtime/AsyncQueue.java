package org.asyncjava.runtime;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;

/**
 * A queue between calls that put items and calls that take them: asyncio's {@code Queue}, {@code LifoQueue} and {@code PriorityQueue}.
 *
 * <p>Putting waits while the queue is full, taking while it is empty; those who wait are woken in the order in which they came. As in asyncio
 * one that is woken looks again, and waits anew if somebody who had no need to wait was quicker. Items are never null. A call that is cancelled while it
 * waits puts nothing, and leaves in the queue what it would have taken.
 *
 * <p>Unlike asyncio's it is thread-safe, belongs to no loop, and may be used by methods that return a {@code CompletableFuture} without one: items go from
 * any thread or loop to any other, each once. What was done before an item was put is seen by who has taken it.
 *
 * <p>A loop may go through what is put until the queue is shut down and empty:
 *
 * <pre>{@code
 * for (Order order : each(orders)) {
 *     await(ship(order));
 *     orders.taskDone();
 * }
 * }</pre>
 *
 * @param <T> the type of the items
 * @since 0.1.0
 */
@NullMarked
public final class AsyncQueue<T> implements AsyncIterable<T> {
    private final Buffer<T> buffer;

    private AsyncQueue(Items<T> items, int capacity) {
        buffer = new Buffer<>(this, items, capacity);
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
        this(new UnsortedItems<>(new ArrayDeque<>()), capacity);
    }

    /**
     * Makes a queue that gives the newest item first.
     *
     * @param <T> the type of the items
     * @param capacity how many items it holds; zero or negative: any number
     * @return a new queue
     */
    public static <T> AsyncQueue<T> lifo(int capacity) {
        return new AsyncQueue<>(new UnsortedItems<>(Collections.asLifoQueue(new ArrayDeque<>())), capacity);
    }

    /**
     * Makes a queue that gives the smallest item first, equal ones in the order in which they came.
     *
     * <p>The order is asked while other threads use the queue, and again if they change it meanwhile. A call during which it throws fails and changes
     * nothing.
     *
     * @param <T> the type of the items
     * @param capacity how many items it holds; zero or negative: any number
     * @param order which item is smaller; any thread asks it
     * @return a new queue
     */
    public static <T> AsyncQueue<T> priority(int capacity, Comparator<? super T> order) {
        return new AsyncQueue<>(new SortedItems<>(Objects.requireNonNull(order, "order")), capacity);
    }

    /**
     * Adds an item, and waits until there is room.
     *
     * @param item the item
     * @return what to await; fails with a {@link QueueShutDownException} when the queue is shut down before there is room
     */
    public Coroutine<Void> put(T item) {
        return put(buffer, Objects.requireNonNull(item, "item"));
    }

    @Async
    private static <T> Coroutine<Void> put(Buffer<T> buffer, T item) {
        Waiter waiter = null;
        try {
            for (Waiter place = buffer.addOrJoin(item); place != null; place = buffer.addOrJoin(item)) {
                waiter = place;
                await(waiter);
            }
        } catch (Throwable failure) { // also by the order of a priority queue, which may throw
            buffer.giveUpAdding(waiter);
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
    @SuppressWarnings("unchecked")
    public Coroutine<T> take() {
        Waiter waiter = null;
        try {
            Object item = buffer.removeOrJoin();
            while (item instanceof Waiter place) {
                waiter = place;
                await(place);
                item = buffer.removeOrJoin();
            }
            return Coroutine.of((T) item);
        } catch (Throwable failure) {
            buffer.giveUpRemoving(waiter);
            throw failure;
        }
    }

    /**
     * Takes items, each when it is asked for, until the queue is shut down and empty. Any number of iterations may go on at the same time: each item is
     * taken by one of them.
     *
     * @return a new iterator; {@link #taskDone} is not called
     */
    @Override
    public AsyncIterator<T> iterator() {
        return items(this);
    }

    @Async
    private static <T> AsyncIterator<T> items(AsyncQueue<T> queue) {
        while (true) {
            T item;
            try {
                item = await(queue.take());
            } catch (QueueShutDownException shutDown) {
                return end();
            }
            emit(item);
        }
    }

    /**
     * Waits until every item that was put has been taken and {@link #taskDone} was called for it.
     *
     * @return what to await; done at once if there is nothing to wait for
     */
    @Async
    public Coroutine<Void> join() {
        Waiter waiter = buffer.waitForEnd();
        if (waiter != null) {
            try {
                await(waiter);
            } catch (Throwable givenUp) {
                buffer.giveUpJoining(waiter);
                throw givenUp;
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
     */
    public void putNow(T item) {
        if (!buffer.add(Objects.requireNonNull(item, "item"))) {
            throw new QueueFullException("queue is full: " + capacity());
        }
    }

    /**
     * Takes an item without waiting.
     *
     * @return the item
     * @throws QueueEmptyException when there is none
     * @throws QueueShutDownException when there is none and the queue was shut down
     */
    public T takeNow() {
        T item = buffer.remove();
        if (item == null) {
            throw new QueueEmptyException("queue is empty");
        }
        return item;
    }

    /**
     * Says that the work for one taken item is done.
     *
     * @throws IllegalStateException when that was said more often than items were put
     */
    public void taskDone() {
        buffer.taskDone();
    }

    /** Takes no more items; those that are in the queue can still be taken. Who waits to put fails, and who waits to take from the empty queue. */
    public void shutdown() {
        buffer.shutDown();
    }

    /** As {@link #shutdown}, and drops what is in the queue, counted as done. */
    public void shutdownNow() {
        buffer.shutDownNow();
    }

    /**
     * How many items are in the queue.
     *
     * @return the number
     */
    public int size() {
        return buffer.size();
    }

    /**
     * How many items the queue holds at most.
     *
     * @return the number; {@link Integer#MAX_VALUE} for any
     */
    public int capacity() {
        return buffer.capacity();
    }

    /**
     * Tells whether there is nothing to take.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Tells whether there is no room.
     *
     * @return true if so
     */
    public boolean isFull() {
        return size() >= capacity();
    }

    /**
     * Tells whether the queue was shut down.
     *
     * @return true if so
     */
    public boolean isShutDown() {
        return buffer.isShutDown();
    }

    /** As in {@code <AsyncQueue open, items:0, unfinished:0, takers:2>}. */
    @Override
    public String toString() {
        return "<AsyncQueue " + buffer + ">";
    }
}
