package org.asyncjava.runtime;

import java.util.Objects;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The result of an asynchronous method that has not run yet.
 *
 * <p>Calling a method that is marked {@code @Async} and returns {@code Coroutine} runs nothing. Its body runs when the coroutine is
 * awaited (as part of the awaiting method, without a detour through the event loop) or handed to {@code run}, {@code createTask},
 * {@code gather} and the like; as in Python's asyncio, once only: a coroutine that has started cannot be started again.
 *
 * <p>{@link #of}, {@link #done} and {@link #failed} make coroutines that are plain values: they may be awaited as often as one likes.
 *
 * <p>A coroutine is not thread-safe. Programs do not extend this class.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
@NullMarked
public abstract sealed class Coroutine<T extends @Nullable Object> extends Operand implements Awaitable<T>
        permits Continuation, ValueCoroutine, FailedCoroutine, Sleep, YieldNow, Waiter, OutsideCall {
    Coroutine() {
    }

    /**
     * A coroutine that has a result already: how an asynchronous method returns one.
     *
     * @param <T> the type of the result
     * @param value the result, may be null
     * @return a coroutine that may be awaited any number of times
     */
    @SuppressWarnings("unchecked")
    public static <T extends @Nullable Object> Coroutine<T> of(T value) {
        return value == null ? (Coroutine<T>) ValueCoroutine.DONE : new ValueCoroutine<>(value);
    }

    /**
     * A coroutine that has ended without a result: how an asynchronous method of type {@code Coroutine<Void>} returns.
     *
     * @return one and the same coroutine, which may be awaited any number of times
     */
    public static Coroutine<Void> done() {
        return ValueCoroutine.DONE;
    }

    /**
     * A coroutine that fails when it is awaited.
     *
     * @param <T> the type of the result
     * @param failure what the await throws, as it is
     * @return a coroutine that may be awaited any number of times
     */
    public static <T extends @Nullable Object> Coroutine<T> failed(Throwable failure) {
        return new FailedCoroutine<>(Objects.requireNonNull(failure, "failure"));
    }

    /**
     * Starts this coroutine as a task on the loop that runs on this thread and tells about that task. For code that awaits by hand;
     * {@code await} in an asynchronous method runs the coroutine in place instead.
     *
     * @throws IllegalStateException when no loop runs on this thread
     */
    @Override
    public final Awaiter<T> awaiter() {
        return Loop.require("awaiting a coroutine from outside an asynchronous method").start(this);
    }

    /** The outcome of a coroutine that is done: returns the result or throws the failure. */
    @Override
    abstract T take() throws Throwable;
}
