package org.asyncjava.runtime;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Several operands, to be awaited in the order in which they end: asyncio's {@code as_completed}.
 *
 * <pre>{@code
 * for (Coroutine<String> next : asCompleted(List.of(fetch("a"), fetch("b")))) {
 *     System.out.println(await(next));
 * }
 * }</pre>
 *
 * <p>or, where the first failure ends the loop,
 *
 * <pre>{@code
 * for (String page : each(asCompleted(List.of(fetch("a"), fetch("b"))).results())) {
 *     System.out.println(page);
 * }
 * }</pre>
 *
 * <p>There are as many coroutines as different operands; each one, when it is awaited, stands for the next operand that ends. All iterators
 * of one object share their place, so that a loop that was left can be resumed by another one. Confined to its loop.
 *
 * @param <T> the type of the results
 * @since 0.1.0
 */
@NullMarked
public final class AsCompleted<T extends @Nullable Object> implements Iterable<Coroutine<T>> {
    private final Set<LoopFuture<? extends T>> pending = new LinkedHashSet<>();
    /** Those that have ended; empty stands for one that has not when time was up. */
    private final AsyncQueue<Optional<LoopFuture<? extends T>>> ended = new AsyncQueue<>();
    private final Consumer<LoopFuture<? extends T>> callback = this::ended;
    private final int count;
    private int left;
    private long nanos;
    private Handle alarm;
    private String timedOut;

    AsCompleted(EventLoop loop, Collection<? extends Awaitable<? extends T>> operands) {
        Set<Awaitable<? extends T>> each = new LinkedHashSet<>();
        loop.tasks.requireOwn(operands);
        each.addAll(operands);
        for (Awaitable<? extends T> operand : each) {
            LoopFuture<? extends T> future = loop.tasks.ensureFuture(operand);
            pending.add(future);
            future.addDoneCallback(callback);
        }
        count = pending.size();
        left = count;
    }

    /** Sets a limit for all of them together. */
    AsCompleted<T> limited(Duration limit, EventLoop loop) {
        nanos = Nanos.of(limit);
        if (left > 0) {
            alarm = loop.callLater(limit, this::timeIsUp);
        }
        return this;
    }

    private void ended(LoopFuture<? extends T> future) {
        if (!pending.remove(future)) {
            return;
        }
        ended.putNow(Optional.of(future));
        if (pending.isEmpty() && alarm != null) {
            alarm.cancel();
        }
    }

    private void timeIsUp() {
        timedOut = TimedOut.message(List.copyOf(pending), count, nanos);
        for (LoopFuture<? extends T> future : pending) {
            future.removeDoneCallback(callback);
            ended.putNow(Optional.empty());
        }
        pending.clear();
    }

    private AsyncTimeoutException timedOut() {
        return new AsyncTimeoutException(timedOut, null);
    }

    /**
     * The results in the order of the ends.
     *
     * @return coroutines that result or fail as the operands do; with {@link AsyncTimeoutException} when time is up
     */
    @Override
    public Iterator<Coroutine<T>> iterator() {
        return new Remaining<>(this::next);
    }

    /**
     * The operands themselves, tasks where coroutines were given, in the order of their ends.
     *
     * @return coroutines that result in an operand that has ended; fail with {@link AsyncTimeoutException} when time is up
     */
    public Iterable<Coroutine<LoopFuture<T>>> futures() {
        return () -> new Remaining<>(this::nextFuture);
    }

    /**
     * The results in the order of the ends, for {@code each}. The first failure is thrown at the element that it takes the place of, as is
     * {@link AsyncTimeoutException} when time is up; the other operands go on.
     *
     * @return the results; all iterations, of {@link #iterator} too, share their place
     */
    public AsyncIterable<T> results() {
        return results(this);
    }

    @Async
    private static <T> AsyncIterable<T> results(AsCompleted<T> all) {
        for (Coroutine<T> next : all) {
            emit(await(next));
        }
        return end();
    }

    /**
     * The operands themselves, tasks where coroutines were given, in the order of their ends, for {@code each}: asyncio's
     * {@code async for task in as_completed(...)}.
     *
     * <pre>{@code
     * for (LoopFuture<String> fetched : each(asCompleted(calls).ended())) {
     *     System.out.println(fetched == first ? "the first" : "another one");
     * }
     * }</pre>
     *
     * @return the operands; all iterations, of {@link #iterator} too, share their place; {@link AsyncTimeoutException} is thrown when time is up
     */
    public AsyncIterable<LoopFuture<T>> ended() {
        return ended(this);
    }

    @Async
    private static <T> AsyncIterable<LoopFuture<T>> ended(AsCompleted<T> all) {
        for (Coroutine<LoopFuture<T>> next : all.futures()) {
            emit(await(next));
        }
        return end();
    }

    @Async
    private Coroutine<T> next() {
        LoopFuture<? extends T> next = await(ended.take()).orElseThrow(this::timedOut);
        return Coroutine.of(await(next));
    }

    @Async
    @SuppressWarnings("unchecked")
    private Coroutine<LoopFuture<T>> nextFuture() {
        return Coroutine.of((LoopFuture<T>) await(ended.take()).orElseThrow(this::timedOut));
    }

    private final class Remaining<E> implements Iterator<Coroutine<E>> {
        private final Supplier<Coroutine<E>> each;

        private Remaining(Supplier<Coroutine<E>> each) {
            this.each = each;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Coroutine<E> next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            return each.get();
        }
    }
}
