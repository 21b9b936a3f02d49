package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;

/** Async methods that several tests run. */
final class Programs {
    private Programs() {
    }

    /** What awaiting something throws; null if it succeeds. */
    @Async
    static Coroutine<Throwable> failureOf(Awaitable<?> operand) {
        try {
            await(operand);
            return Coroutine.of(null);
        } catch (Throwable failure) {
            return Coroutine.of(failure);
        }
    }

    /** What awaiting something throws; null if it succeeds. */
    @Async
    static Coroutine<Throwable> failureOf(CompletionStage<?> operand) {
        try {
            await(operand);
            return Coroutine.of(null);
        } catch (Throwable failure) {
            return Coroutine.of(failure);
        }
    }

    /** Awaits anything, as an await does whose operand is known to be a stage or an awaitable. */
    @Async
    static Coroutine<Object> any(Object operand) {
        return Coroutine.of(operand instanceof CompletionStage<?> stage ? await(stage) : await((Awaitable<?>) operand));
    }

    /** How awaiting something ends. */
    @Async
    static <T> Coroutine<Outcome<T>> outcomeOf(Awaitable<T> operand) {
        try {
            return Coroutine.of(new Outcome<>(await(operand), null));
        } catch (Throwable failure) {
            return Coroutine.of(new Outcome<>(null, failure));
        }
    }

    /** A method that returns a future and awaits one thing. */
    @Async
    static CompletableFuture<Object> hot(Supplier<?> operand) {
        Object awaited = operand.get();
        return CompletableFuture.completedFuture(awaited instanceof CompletionStage<?> stage ? await(stage) : await((Awaitable<?>) awaited));
    }

    /** Awaits one thing after another; results in how many. */
    @Async
    static Coroutine<Integer> repeat(int times, Supplier<? extends Awaitable<?>> operands) {
        int i = 0;
        for (; i < times; i++) {
            await(operands.get());
        }
        return Coroutine.of(i);
    }

    /** Awaits itself down to the innermost operand; results in the depth. */
    @Async
    static Coroutine<Integer> nest(int depth, Awaitable<?> innermost) {
        if (depth == 0) {
            await(innermost);
            return Coroutine.of(0);
        }
        return Coroutine.of(1 + await(nest(depth - 1, innermost)));
    }

    /** Adds what it awaits. */
    @Async
    static CompletableFuture<Integer> total(Iterator<CompletableFuture<Integer>> parts) {
        int sum = 0;
        while (parts.hasNext()) {
            sum += await(parts.next());
        }
        return CompletableFuture.completedFuture(sum);
    }
}
