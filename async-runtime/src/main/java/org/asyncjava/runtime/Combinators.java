package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Those functions of {@link Coroutines} that put several operands together. They are imported from there.
 *
 * <p>Operands are coroutines and tasks, or stages; {@link Coroutines#from} makes a stage an awaitable, for
 * {@code gather(coroutine, from(stage))}. What is given stages alone works on any thread, begins when it is awaited, and may be awaited any number of
 * times, by any thread. It treats a stage as an {@code await} does: where a task would be cancelled, a stage that is a
 * {@link java.util.concurrent.Future} is cancelled too, at once, and any other is left alone.
 *
 * @since 0.1.0
 */
@NullMarked
public abstract sealed class Combinators permits Coroutines {
    Combinators() {
    }

    /**
     * Runs several at the same time. See {@link #gather(Collection)}.
     *
     * @param <T> the type of the results
     * @param operands coroutines, which become tasks, and tasks
     * @return what to await for the list of results
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Deferred<List<T>> gather(Awaitable<? extends T>... operands) {
        return gather(Arrays.asList(Objects.requireNonNull(operands, "operands")));
    }

    /**
     * Runs several at the same time. The results come in the order of the operands. The first failure is passed on at once; the others
     * go on running. Cancelling the returned object cancels all operands. An operand that is named twice runs once.
     *
     * <p>On a loop the operands become tasks at once. Works also without a loop, in a method that returns a {@code CompletableFuture} on a server's
     * thread, for instance: then they begin when the returned object is awaited first, or asked for cancellation or to call back, on a strand of their
     * own ({@link EventLoop#on}), and any thread may await, ask and cancel it.
     *
     * @param <T> the type of the results
     * @param operands coroutines, which become tasks, and tasks
     * @return what to await for the list of results
     */
    public static <T extends @Nullable Object> Deferred<List<T>> gather(Collection<? extends Awaitable<? extends T>> operands) {
        return StrandFuture.orAtOnce(operands, Gather::results);
    }

    /**
     * Awaits nothing.
     *
     * @param <T> the type of the results that there are not
     * @return what to await for an empty list
     */
    public static <T extends @Nullable Object> Awaitable<List<T>> gather() {
        return Coroutine.of(List.of());
    }

    /**
     * Awaits several stages. See {@link #gather(Iterable)}.
     *
     * @param <T> the type of the results
     * @param operands the stages
     * @return what to await for the list of results
     */
    @SafeVarargs
    public static <T extends @Nullable Object> Awaitable<List<T>> gather(CompletionStage<? extends T>... operands) {
        return new JointGather<T, List<T>>(StageOperands.of(operands), null);
    }

    /**
     * Awaits several stages, with or without a loop. The results come in the order of the operands. The first failure is passed on at once; the
     * others go on. Cancelling the await cancels those that are futures.
     *
     * <pre>{@code
     * List<Page> pages = await(gather(urls.stream().map(client::fetch).toList()));   // of CompletableFutures
     * }</pre>
     *
     * @param <T> the type of the results
     * @param operands the stages
     * @return what to await for the list of results
     */
    public static <T extends @Nullable Object> Awaitable<List<T>> gather(Iterable<? extends CompletionStage<? extends T>> operands) {
        return new JointGather<T, List<T>>(StageOperands.of(operands), null);
    }

    /**
     * Runs two at the same time and makes one of their results. As {@link #gather(Collection)} otherwise.
     *
     * <pre>{@code
     * Page page = await(gather(title(), price(), Page::new));
     * }</pre>
     *
     * @param <A> the type of the first result
     * @param <B> the type of the second result
     * @param <R> the type of what is made of them
     * @param a the first coroutine or task
     * @param b the second coroutine or task
     * @param combine makes one of them; what it throws fails the await
     * @return what to await for what it makes
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Deferred<R> gather(
            Awaitable<? extends A> a, Awaitable<? extends B> b,
            BiFunction<? super A, ? super B, ? extends R> combine) {
        return gathered(Combined.operands(a, b), Combined.of2(combine));
    }

    /**
     * As {@link #gather(Awaitable, Awaitable, BiFunction)}, of three.
     *
     * @param <A> the type of the first result
     * @param <B> the type of the second result
     * @param <C> the type of the third result
     * @param <R> the type of what is made of them
     * @param a the first coroutine or task
     * @param b the second coroutine or task
     * @param c the third coroutine or task
     * @param combine makes one of them; what it throws fails the await
     * @return what to await for what it makes
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            R extends @Nullable Object> Deferred<R> gather(Awaitable<? extends A> a, Awaitable<? extends B> b, Awaitable<? extends C> c,
            Function3<? super A, ? super B, ? super C, ? extends R> combine) {
        return gathered(Combined.operands(a, b, c), Combined.of3(combine));
    }

    /**
     * As {@link #gather(Awaitable, Awaitable, BiFunction)}, of four.
     *
     * @param <A> the type of the first result
     * @param <B> the type of the second result
     * @param <C> the type of the third result
     * @param <D> the type of the fourth result
     * @param <R> the type of what is made of them
     * @param a the first coroutine or task
     * @param b the second coroutine or task
     * @param c the third coroutine or task
     * @param d the fourth coroutine or task
     * @param combine makes one of them; what it throws fails the await
     * @return what to await for what it makes
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object,
            R extends @Nullable Object> Deferred<R> gather(Awaitable<? extends A> a, Awaitable<? extends B> b, Awaitable<? extends C> c,
            Awaitable<? extends D> d,
            Function4<? super A, ? super B, ? super C, ? super D, ? extends R> combine) {
        return gathered(Combined.operands(a, b, c, d), Combined.of4(combine));
    }

    /**
     * Awaits two stages and makes one of their results, where the await goes on. As {@link #gather(Iterable)} otherwise.
     *
     * @param <A> the type of the first result
     * @param <B> the type of the second result
     * @param <R> the type of what is made of them
     * @param a the first stage
     * @param b the second stage
     * @param combine makes one of them; what it throws fails the await
     * @return what to await for what it makes
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Awaitable<R> gather(
            CompletionStage<? extends A> a, CompletionStage<? extends B> b,
            BiFunction<? super A, ? super B, ? extends R> combine) {
        return new JointGather<Object, R>(StageOperands.named(a, b), Combined.of2(combine));
    }

    /**
     * As {@link #gather(CompletionStage, CompletionStage, BiFunction)}, of three.
     *
     * @param <A> the type of the first result
     * @param <B> the type of the second result
     * @param <C> the type of the third result
     * @param <R> the type of what is made of them
     * @param a the first stage
     * @param b the second stage
     * @param c the third stage
     * @param combine makes one of them; what it throws fails the await
     * @return what to await for what it makes
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            R extends @Nullable Object> Awaitable<R> gather(CompletionStage<? extends A> a, CompletionStage<? extends B> b,
            CompletionStage<? extends C> c,
            Function3<? super A, ? super B, ? super C, ? extends R> combine) {
        return new JointGather<Object, R>(StageOperands.named(a, b, c), Combined.of3(combine));
    }

    /**
     * As {@link #gather(CompletionStage, CompletionStage, BiFunction)}, of four.
     *
     * @param <A> the type of the first result
     * @param <B> the type of the second result
     * @param <C> the type of the third result
     * @param <D> the type of the fourth result
     * @param <R> the type of what is made of them
     * @param a the first stage
     * @param b the second stage
     * @param c the third stage
     * @param d the fourth stage
     * @param combine makes one of them; what it throws fails the await
     * @return what to await for what it makes
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object,
            R extends @Nullable Object> Awaitable<R> gather(CompletionStage<? extends A> a, CompletionStage<? extends B> b,
            CompletionStage<? extends C> c, CompletionStage<? extends D> d,
            Function4<? super A, ? super B, ? super C, ? super D, ? extends R> combine) {
        return new JointGather<Object, R>(StageOperands.named(a, b, c, d), Combined.of4(combine));
    }

    private static <R> Deferred<R> gathered(List<? extends Awaitable<?>> operands, Function<List<Object>, R> combine) {
        return StrandFuture.orAtOnce(operands, (EventLoop loop, Collection<? extends Awaitable<?>> all) -> Gather.combined(loop, all, combine));
    }

    /**
     * Runs several at the same time and collects how each of them ended: asyncio's {@code gather(return_exceptions=True)}.
     *
     * @param <T> the type of the results
     * @param operands coroutines, which become tasks, and tasks
     * @return what to await for the list of outcomes
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Deferred<List<Outcome<T>>> gatherOutcomes(Awaitable<? extends T>... operands) {
        return gatherOutcomes(Arrays.asList(Objects.requireNonNull(operands, "operands")));
    }

    /**
     * Runs several at the same time and collects how each of them ended, cancellations included. Works with and without a loop, as
     * {@link #gather(Collection)} does.
     *
     * @param <T> the type of the results
     * @param operands coroutines, which become tasks, and tasks
     * @return what to await for the list of outcomes
     */
    public static <T extends @Nullable Object> Deferred<List<Outcome<T>>> gatherOutcomes(Collection<? extends Awaitable<? extends T>> operands) {
        return StrandFuture.orAtOnce(operands, Gather::outcomes);
    }

    /**
     * Awaits nothing.
     *
     * @param <T> the type of the results that there are not
     * @return what to await for an empty list
     */
    public static <T extends @Nullable Object> Awaitable<List<Outcome<T>>> gatherOutcomes() {
        return Coroutine.of(List.of());
    }

    /**
     * Awaits several stages and collects how each of them ended. See {@link #gatherOutcomes(Iterable)}.
     *
     * @param <T> the type of the results
     * @param operands the stages
     * @return what to await for the list of outcomes
     */
    @SafeVarargs
    public static <T extends @Nullable Object> Awaitable<List<Outcome<T>>> gatherOutcomes(CompletionStage<? extends T>... operands) {
        return new JointOutcomes<>(StageOperands.of(operands));
    }

    /**
     * Awaits several stages, with or without a loop, and collects how each of them ended, cancellations included.
     *
     * @param <T> the type of the results
     * @param operands the stages
     * @return what to await for the list of outcomes
     */
    public static <T extends @Nullable Object> Awaitable<List<Outcome<T>>> gatherOutcomes(Iterable<? extends CompletionStage<? extends T>> operands) {
        return new JointOutcomes<>(StageOperands.of(operands));
    }

    /**
     * Waits until all tasks have ended, however they end. Cancels none of them. Works with and without a loop; without one there is a
     * {@link #gather(Collection) gathering} to wait for, but no task.
     *
     * @param <F> the type of the futures
     * @param futures at least one
     * @return a coroutine with those that are done: all
     */
    public static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitAll(Collection<? extends F> futures) {
        return waitAll(Waiting.of(Waiting.Until.ALL_DONE, futures, null));
    }

    /**
     * As {@link #waitAll(Collection)}, with a time limit, after which some are still pending.
     *
     * @param <F> the type of the futures
     * @param futures at least one
     * @param limit how long
     * @return a coroutine with those that are done and those that are not
     */
    public static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitAll(Collection<? extends F> futures, Duration limit) {
        return waitAll(Waiting.of(Waiting.Until.ALL_DONE, futures, Objects.requireNonNull(limit, "limit")));
    }

    @Async
    private static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitAll(Waiting<F> waiting) {
        Deferred<Void> over = waiting.begin();
        if (over == null) {
            return ScopeCall.of(waitAll(waiting), waiting.futures());
        }
        try {
            await(over);
        } finally {
            waiting.end();
        }
        return Coroutine.of(waiting.found());
    }

    /**
     * As {@link #waitAll(Collection)}.
     *
     * @param <F> the type of the futures
     * @param futures at least one
     * @return a coroutine with those that are done and those that are not
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitAll(F... futures) {
        return waitAll(Arrays.asList(Objects.requireNonNull(futures, "futures")));
    }

    /**
     * Waits until all stages have ended, however they end. Works without a loop. Cancels none of them.
     *
     * @param <F> the type of the stages
     * @param futures at least one
     * @return what to await for those that are done: all
     */
    public static <F extends CompletionStage<?>> Awaitable<Waited<F>> waitAll(Iterable<? extends F> futures) {
        return new JointWaiting<>(Waiting.Until.ALL_DONE, StageOperands.eachOf(futures), LimitedWait.UNLIMITED);
    }

    /**
     * As {@link #waitAll(Iterable)}, with a time limit, after which some may still be pending. Its time begins when it is awaited.
     *
     * @param <F> the type of the stages
     * @param futures at least one
     * @param limit how long
     * @return what to await for those that are done and those that are not
     */
    public static <F extends CompletionStage<?>> Awaitable<Waited<F>> waitAll(Iterable<? extends F> futures, Duration limit) {
        return new JointWaiting<>(Waiting.Until.ALL_DONE, StageOperands.eachOf(futures), Nanos.of(Objects.requireNonNull(limit, "limit")));
    }

    /**
     * As {@link #waitAll(Iterable)}.
     *
     * @param <F> the type of the stages
     * @param futures at least one
     * @return what to await for those that are done: all
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <F extends CompletionStage<?>> Awaitable<Waited<F>> waitAll(F... futures) {
        return waitAll(Arrays.asList(Objects.requireNonNull(futures, "futures")));
    }

    /**
     * Waits until at least one task has ended, however it ends. Cancels none of them. Works with and without a loop, as {@link #waitAll(Collection)}.
     *
     * @param <F> the type of the futures
     * @param futures at least one
     * @return a coroutine with those that are done and those that are not
     */
    public static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitAny(Collection<? extends F> futures) {
        return waitAny(Waiting.of(Waiting.Until.ONE_DONE, futures, null));
    }

    /**
     * As {@link #waitAny(Collection)}, with a time limit, after which all may still be pending.
     *
     * @param <F> the type of the futures
     * @param futures at least one
     * @param limit how long
     * @return a coroutine with those that are done and those that are not
     */
    public static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitAny(Collection<? extends F> futures, Duration limit) {
        return waitAny(Waiting.of(Waiting.Until.ONE_DONE, futures, Objects.requireNonNull(limit, "limit")));
    }

    @Async
    private static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitAny(Waiting<F> waiting) {
        Deferred<Void> over = waiting.begin();
        if (over == null) {
            return ScopeCall.of(waitAny(waiting), waiting.futures());
        }
        try {
            await(over);
        } finally {
            waiting.end();
        }
        return Coroutine.of(waiting.found());
    }

    /**
     * As {@link #waitAny(Collection)}.
     *
     * @param <F> the type of the futures
     * @param futures at least one
     * @return a coroutine with those that are done and those that are not
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitAny(F... futures) {
        return waitAny(Arrays.asList(Objects.requireNonNull(futures, "futures")));
    }

    /**
     * Waits until at least one stage has ended, however it ends. Works without a loop. Cancels none of them.
     *
     * @param <F> the type of the stages
     * @param futures at least one
     * @return what to await for those that are done and those that are not
     */
    public static <F extends CompletionStage<?>> Awaitable<Waited<F>> waitAny(Iterable<? extends F> futures) {
        return new JointWaiting<>(Waiting.Until.ONE_DONE, StageOperands.eachOf(futures), LimitedWait.UNLIMITED);
    }

    /**
     * As {@link #waitAny(Iterable)}, with a time limit, after which some may still be pending. Its time begins when it is awaited.
     *
     * @param <F> the type of the stages
     * @param futures at least one
     * @param limit how long
     * @return what to await for those that are done and those that are not
     */
    public static <F extends CompletionStage<?>> Awaitable<Waited<F>> waitAny(Iterable<? extends F> futures, Duration limit) {
        return new JointWaiting<>(Waiting.Until.ONE_DONE, StageOperands.eachOf(futures), Nanos.of(Objects.requireNonNull(limit, "limit")));
    }

    /**
     * As {@link #waitAny(Iterable)}.
     *
     * @param <F> the type of the stages
     * @param futures at least one
     * @return what to await for those that are done and those that are not
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <F extends CompletionStage<?>> Awaitable<Waited<F>> waitAny(F... futures) {
        return waitAny(Arrays.asList(Objects.requireNonNull(futures, "futures")));
    }

    /**
     * Waits until one task has failed or all have ended. A cancelled task has not failed. Cancels none of them. Works with and without a loop, as
     * {@link #waitAll(Collection)}.
     *
     * @param <F> the type of the futures
     * @param futures at least one
     * @return a coroutine with those that are done and those that are not
     */
    public static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitFirstException(Collection<? extends F> futures) {
        return waitFirstException(Waiting.of(Waiting.Until.ONE_FAILED, futures, null));
    }

    /**
     * As {@link #waitFirstException(Collection)}, with a time limit.
     *
     * @param <F> the type of the futures
     * @param futures at least one
     * @param limit how long
     * @return a coroutine with those that are done and those that are not
     */
    public static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitFirstException(Collection<? extends F> futures, Duration limit) {
        return waitFirstException(Waiting.of(Waiting.Until.ONE_FAILED, futures, Objects.requireNonNull(limit, "limit")));
    }

    @Async
    private static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitFirstException(Waiting<F> waiting) {
        Deferred<Void> over = waiting.begin();
        if (over == null) {
            return ScopeCall.of(waitFirstException(waiting), waiting.futures());
        }
        try {
            await(over);
        } finally {
            waiting.end();
        }
        return Coroutine.of(waiting.found());
    }

    /**
     * As {@link #waitFirstException(Collection)}.
     *
     * @param <F> the type of the futures
     * @param futures at least one
     * @return a coroutine with those that are done and those that are not
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <F extends LoopFuture<?>> Coroutine<Waited<F>> waitFirstException(F... futures) {
        return waitFirstException(Arrays.asList(Objects.requireNonNull(futures, "futures")));
    }

    /**
     * Waits until one stage has failed or all have ended. A cancelled stage has not failed. Works without a loop. Cancels none of them.
     *
     * @param <F> the type of the stages
     * @param futures at least one
     * @return what to await for those that are done and those that are not
     */
    public static <F extends CompletionStage<?>> Awaitable<Waited<F>> waitFirstException(Iterable<? extends F> futures) {
        return new JointWaiting<>(Waiting.Until.ONE_FAILED, StageOperands.eachOf(futures), LimitedWait.UNLIMITED);
    }

    /**
     * As {@link #waitFirstException(Iterable)}, with a time limit, after which some may still be pending. Its time begins when it is awaited.
     *
     * @param <F> the type of the stages
     * @param futures at least one
     * @param limit how long
     * @return what to await for those that are done and those that are not
     */
    public static <F extends CompletionStage<?>> Awaitable<Waited<F>> waitFirstException(Iterable<? extends F> futures, Duration limit) {
        return new JointWaiting<>(Waiting.Until.ONE_FAILED, StageOperands.eachOf(futures), Nanos.of(Objects.requireNonNull(limit, "limit")));
    }

    /**
     * As {@link #waitFirstException(Iterable)}.
     *
     * @param <F> the type of the stages
     * @param futures at least one
     * @return what to await for those that are done and those that are not
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <F extends CompletionStage<?>> Awaitable<Waited<F>> waitFirstException(F... futures) {
        return waitFirstException(Arrays.asList(Objects.requireNonNull(futures, "futures")));
    }

    /**
     * Runs several at the same time; the first to end, with a result or a failure, decides. The others are cancelled, and the call goes
     * on when they have ended. Works with and without a loop, as {@link TaskGroup#open} does.
     *
     * @param <T> the type of the result
     * @param operands at least one coroutine or task
     * @return a coroutine with the outcome of the fastest
     */
    public static <T extends @Nullable Object> Coroutine<T> race(Collection<? extends Awaitable<? extends T>> operands) {
        return race(Race.of(Race.Winner.FIRST_TO_END, operands));
    }

    @Async
    private static <T> Coroutine<T> race(Race<T> race) {
        if (!race.start()) {
            return ScopeCall.of(race(race), race.operands());
        }
        while (race.isOn()) {
            try {
                await(race.allEnded());
            } catch (CancellationException request) {
                race.cancel(request);
            }
        }
        return Coroutine.of(await(race.winner()));
    }

    /**
     * As {@link #race(Collection)}.
     *
     * @param <T> the type of the result
     * @param operands at least one coroutine or task
     * @return a coroutine with the outcome of the fastest
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Coroutine<T> race(Awaitable<? extends T>... operands) {
        return race(Arrays.asList(Objects.requireNonNull(operands, "operands")));
    }

    /**
     * Awaits the first of several stages that ends, with or without a loop. The others are cancelled if they are futures.
     *
     * @param <T> the type of the result
     * @param operands at least one stage
     * @return what to await for the outcome of the fastest
     */
    public static <T extends @Nullable Object> Awaitable<T> race(Iterable<? extends CompletionStage<? extends T>> operands) {
        return new JointRace<>(Race.Winner.FIRST_TO_END, StageOperands.someOf(StageOperands.of(operands)));
    }

    /**
     * As {@link #race(Iterable)}.
     *
     * @param <T> the type of the result
     * @param operands at least one stage
     * @return what to await for the outcome of the fastest
     */
    @SafeVarargs
    public static <T extends @Nullable Object> Awaitable<T> race(CompletionStage<? extends T>... operands) {
        return new JointRace<>(Race.Winner.FIRST_TO_END, StageOperands.someOf(StageOperands.of(operands)));
    }

    /**
     * Runs several at the same time; the first that succeeds decides. The others are cancelled, and the call goes on when they have
     * ended. Works with and without a loop, as {@link TaskGroup#open} does.
     *
     * @param <T> the type of the result
     * @param operands at least one coroutine or task
     * @return a coroutine with the result of the fastest; fails with an {@link ExceptionGroup} when none succeeds
     */
    public static <T extends @Nullable Object> Coroutine<T> firstSuccess(Collection<? extends Awaitable<? extends T>> operands) {
        return firstSuccess(Race.of(Race.Winner.FIRST_TO_SUCCEED, operands));
    }

    @Async
    private static <T> Coroutine<T> firstSuccess(Race<T> race) {
        if (!race.start()) {
            return ScopeCall.of(firstSuccess(race), race.operands());
        }
        while (race.isOn()) {
            try {
                await(race.allEnded());
            } catch (CancellationException request) {
                race.cancel(request);
            }
        }
        return Coroutine.of(await(race.winner()));
    }

    /**
     * As {@link #firstSuccess(Collection)}.
     *
     * @param <T> the type of the result
     * @param operands at least one coroutine or task
     * @return a coroutine with the result of the fastest; fails with an {@link ExceptionGroup} when none succeeds
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Coroutine<T> firstSuccess(Awaitable<? extends T>... operands) {
        return firstSuccess(Arrays.asList(Objects.requireNonNull(operands, "operands")));
    }

    /**
     * Awaits the first of several stages that succeeds, with or without a loop. The others are cancelled if they are futures.
     *
     * @param <T> the type of the result
     * @param operands at least one stage
     * @return what to await for the result of the fastest; fails with an {@link ExceptionGroup} when none succeeds
     */
    public static <T extends @Nullable Object> Awaitable<T> firstSuccess(Iterable<? extends CompletionStage<? extends T>> operands) {
        return new JointRace<>(Race.Winner.FIRST_TO_SUCCEED, StageOperands.someOf(StageOperands.of(operands)));
    }

    /**
     * As {@link #firstSuccess(Iterable)}.
     *
     * @param <T> the type of the result
     * @param operands at least one stage
     * @return what to await for the result of the fastest; fails with an {@link ExceptionGroup} when none succeeds
     */
    @SafeVarargs
    public static <T extends @Nullable Object> Awaitable<T> firstSuccess(CompletionStage<? extends T>... operands) {
        return new JointRace<>(Race.Winner.FIRST_TO_SUCCEED, StageOperands.someOf(StageOperands.of(operands)));
    }

    /**
     * Runs several at the same time, to be awaited in the order in which they end.
     *
     * @param <T> the type of the results
     * @param operands coroutines, which become tasks, and tasks
     * @return as many coroutines as there are different operands
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static <T extends @Nullable Object> AsCompleted<T> asCompleted(Collection<? extends Awaitable<? extends T>> operands) {
        return new AsCompleted<>(EventLoop.requireOrScope("asCompleted"), Objects.requireNonNull(operands, "operands"));
    }

    /**
     * As {@link #asCompleted(Collection)}, with a limit for all of them together. What has not ended by then goes on running.
     *
     * @param <T> the type of the results
     * @param operands coroutines, which become tasks, and tasks
     * @param limit how long
     * @return as many coroutines as there are different operands
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static <T extends @Nullable Object> AsCompleted<T> asCompleted(Collection<? extends Awaitable<? extends T>> operands, Duration limit) {
        Objects.requireNonNull(operands, "operands");
        Objects.requireNonNull(limit, "limit");
        EventLoop loop = EventLoop.requireOrScope("asCompleted");
        return new AsCompleted<T>(loop, operands).limited(limit, loop);
    }

    /**
     * As {@link #asCompleted(Collection)}.
     *
     * @param <T> the type of the results
     * @param operands coroutines, which become tasks, and tasks
     * @return as many coroutines as there are different operands
     * @throws IllegalStateException when no loop runs on this thread
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsCompleted<T> asCompleted(Awaitable<? extends T>... operands) {
        return asCompleted(Arrays.asList(Objects.requireNonNull(operands, "operands")));
    }

    /**
     * Several stages, to be awaited in the order in which they end.
     *
     * @param <T> the type of the results
     * @param operands the stages
     * @return as many coroutines as there are different stages
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static <T extends @Nullable Object> AsCompleted<T> asCompleted(Iterable<? extends CompletionStage<? extends T>> operands) {
        Objects.requireNonNull(operands, "operands");
        EventLoop loop = EventLoop.requireOrScope("asCompleted");
        return new AsCompleted<>(loop, FutureView.ofEach(operands, loop));
    }

    /**
     * As {@link #asCompleted(Iterable)}, with a limit for all of them together. What has not ended by then is left.
     *
     * @param <T> the type of the results
     * @param operands the stages
     * @param limit how long
     * @return as many coroutines as there are different stages
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static <T extends @Nullable Object> AsCompleted<T> asCompleted(Iterable<? extends CompletionStage<? extends T>> operands, Duration limit) {
        Objects.requireNonNull(operands, "operands");
        Objects.requireNonNull(limit, "limit");
        EventLoop loop = EventLoop.requireOrScope("asCompleted");
        return new AsCompleted<T>(loop, FutureView.ofEach(operands, loop)).limited(limit, loop);
    }

    /**
     * As {@link #asCompleted(Iterable)}.
     *
     * @param <T> the type of the results
     * @param operands the stages
     * @return as many coroutines as there are different stages
     * @throws IllegalStateException when no loop runs on this thread
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsCompleted<T> asCompleted(CompletionStage<? extends T>... operands) {
        return asCompleted(Arrays.asList(Objects.requireNonNull(operands, "operands")));
    }
}
