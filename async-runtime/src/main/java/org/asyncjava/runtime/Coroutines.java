package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's front door, for static import. Names and behaviour are asyncio's.
 *
 * <pre>{@code
 * import static org.asyncjava.Await.await;
 * import static org.asyncjava.runtime.Coroutines.*;
 *
 * @Async
 * static Coroutine<Void> greet() {
 *     System.out.println("Hello");
 *     await(sleep(Duration.ofSeconds(1)));
 *     System.out.println("World");
 *     return Coroutine.done();
 * }
 *
 * public static void main(String[] args) {
 *     run(greet());
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
public final class Coroutines extends Combinators {
    private Coroutines() {
    }

    /**
     * Runs a coroutine to its end on a new event loop on this thread. When it has ended, tasks and hot methods that are left over are
     * cancelled and given the time to clean up; then the loop is closed.
     *
     * @param <T> the type of the result
     * @param main the coroutine
     * @return its result; its failure is thrown as it is
     * @throws IllegalStateException when a loop runs on this thread already
     */
    public static <T extends @Nullable Object> T run(Awaitable<T> main) {
        return Runner.runAlone(main);
    }

    /**
     * As {@link #run(Awaitable)}, for a coroutine that may fail with a checked exception which the caller wants to catch.
     *
     * @param <T> the type of the result
     * @param <X> the type of the exception
     * @param main the coroutine
     * @param failure a class literal; only the compiler looks at it
     * @return the coroutine's result
     * @throws X the coroutine's failure
     */
    public static <T extends @Nullable Object, X extends Throwable> T run(Awaitable<T> main, Class<X> failure) throws X {
        return run(main);
    }

    /**
     * Runs code to its end, as {@link #run(Awaitable)} does. Of code that never returns say that it is a {@link #coroutine}.
     *
     * <pre>{@code
     * String page = run(() -> {
     *     await(sleep(Duration.ofSeconds(1)));
     *     return fetch(url);
     * });
     * }</pre>
     *
     * @param <T> the type of the result
     * @param main the code
     * @return its result; its failure is thrown as it is
     * @throws IllegalStateException when a loop runs on this thread already
     */
    public static <T extends @Nullable Object> T run(AsyncSupplier<T> main) {
        return run(InPlace.coroutine(Objects.requireNonNull(main, "main")));
    }

    /**
     * As {@link #run(AsyncSupplier)}, for code that may fail with a checked exception which the caller wants to catch.
     *
     * @param <T> the type of the result
     * @param <X> the type of the exception
     * @param main the code
     * @param failure a class literal; only the compiler looks at it
     * @return the code's result
     * @throws X the code's failure
     */
    public static <T extends @Nullable Object, X extends Throwable> T run(AsyncSupplier<T> main, Class<X> failure) throws X {
        return run(main);
    }

    /**
     * A coroutine of code that is written in place, as the body of an asynchronous method without a name. Nothing of it runs before the coroutine is
     * awaited or made a task of, also where it awaits nothing itself.
     *
     * <pre>{@code
     * List<Page> pages = await(gather(fetch(first), coroutine(() -> Coroutine.of(parse(await(load(second)))))));
     * }</pre>
     *
     * @param <T> the type of the result
     * @param code the code
     * @return a coroutine that has not started
     */
    public static <T extends @Nullable Object> Coroutine<T> coroutine(AsyncSupplier<T> code) {
        return InPlace.coroutine(Objects.requireNonNull(code, "code"));
    }

    /**
     * Makes what calls back something to await.
     *
     * <pre>{@code
     * String body = await(callback(c -> client.get(url, c::complete, c::fail)));
     * Message next = await(callback(c -> {
     *     Subscription subscription = broker.subscribe(topic, c::complete);
     *     c.onCancel(subscription::close);
     * }));
     * }</pre>
     *
     * <p>Each await registers once. The first outcome wins, on whatever thread it comes. Cancelling the await ends it with a
     * {@link java.util.concurrent.CancellationException}; what {@link Callback#onCancel} was given is done then.
     *
     * @param <T> the type of the result
     * @param register is given what to call back; what it throws fails the await
     * @return what to await, any number of times
     */
    public static <T extends @Nullable Object> Awaitable<T> callback(Consumer<? super Callback<T>> register) {
        Objects.requireNonNull(register, "register");
        return () -> CallbackWait.of(register);
    }

    /**
     * Makes a task of a coroutine on the loop that runs on this thread. Its first step runs when the caller is suspended next. Where no loop runs use
     * {@link TaskGroup#open}.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started
     * @return the task
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine) {
        return EventLoop.requireOrScope("createTask").createTask(coroutine);
    }

    /**
     * Makes a task of code that is written in place. None of it runs before the caller is suspended next. Code that never returns, as the body of a
     * {@code while (true)} does, fits {@link #createTask(Awaitable)} too, so that the compiler asks which is meant:
     *
     * <pre>{@code
     * Task<Page> page = createTask(() -> {
     *     await(sleep(Duration.ofSeconds(1)));
     *     return fetch(url);
     * });
     * Task<Void> ticker = createTask(coroutine(() -> {
     *     while (true) {
     *         await(sleep(Duration.ofSeconds(1)));
     *         tick();
     *     }
     * }));
     * }</pre>
     *
     * @param <T> the type of the result
     * @param code the code
     * @return the task
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static <T extends @Nullable Object> Task<T> createTask(AsyncSupplier<T> code) {
        return EventLoop.requireOrScope("createTask").createTask(code);
    }

    /**
     * Makes a task with a name.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started
     * @param name the name; null for {@code Task-N}
     * @return the task
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine, @Nullable String name) {
        return EventLoop.requireOrScope("createTask").createTask(coroutine, name);
    }

    /**
     * Makes a task with options.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started
     * @param options name, start, context
     * @return the task
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine, TaskOptions options) {
        return EventLoop.requireOrScope("createTask").createTask(coroutine, options);
    }

    /**
     * Lets time pass while others run. Works with and without a loop.
     *
     * @param duration how long; zero or negative: as {@link #yieldNow()}
     * @return what to await
     */
    public static Coroutine<Void> sleep(Duration duration) {
        long nanos = Nanos.of(Objects.requireNonNull(duration, "duration"));
        return nanos == 0 ? YieldNow.INSTANCE : new Sleep(nanos);
    }

    /**
     * Lets time pass, then results in a value.
     *
     * @param <T> the type of the value
     * @param duration how long
     * @param value the result
     * @return what to await
     */
    public static <T extends @Nullable Object> Coroutine<T> sleep(Duration duration, T value) {
        return sleep(sleep(duration), value);
    }

    @Async
    private static <T> Coroutine<T> sleep(Coroutine<Void> sleep, T value) {
        await(sleep);
        return Coroutine.of(value);
    }

    /**
     * Lets everything else that is ready run first.
     *
     * @return what to await; may be awaited any number of times
     */
    public static Coroutine<Void> yieldNow() {
        return YieldNow.INSTANCE;
    }

    /**
     * The loop that runs on this thread: asyncio's {@code get_running_loop}. It is what callbacks, timers and what other threads send are handed to.
     *
     * <pre>{@code
     * currentLoop().callLater(Duration.ofSeconds(1), () -> System.out.println("late"));
     * }</pre>
     *
     * @return the loop
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static EventLoop currentLoop() {
        return EventLoop.require("currentLoop()");
    }

    /**
     * The task whose step runs on this thread.
     *
     * @return the task; empty in plain callbacks, in resumed hot methods and outside a loop
     */
    public static Optional<Task<?>> currentTask() {
        EventLoop loop = EventLoop.on(ThreadState.current());
        return loop == null ? Optional.empty() : Optional.ofNullable(loop.tasks.current());
    }

    /**
     * The tasks of the loop that runs on this thread which have not ended, oldest first.
     *
     * @return a copy
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static List<Task<?>> allTasks() {
        return EventLoop.require("allTasks").tasks.living();
    }

    /**
     * Runs code with a time limit. Its time begins when the returned coroutine is awaited. Works with and without a loop, as {@link TaskGroup#open} does.
     *
     * @param <T> the type of the result
     * @param limit how long; zero or negative: until the code's next suspension
     * @param body the code; is given the limit, which it may reschedule
     * @return a coroutine with the code's result; fails with {@link AsyncTimeoutException} when the limit is reached
     */
    public static <T extends @Nullable Object> Coroutine<T> withTimeout(Duration limit, AsyncFunction<? super Timeout, T> body) {
        Objects.requireNonNull(body, "body");
        Timeout timeout = Timeout.after(Nanos.of(Objects.requireNonNull(limit, "limit")));
        return timeout.owner.ofScope(withTimeout(timeout, body));
    }

    @Async
    private static <T> Coroutine<T> withTimeout(Timeout timeout, AsyncFunction<? super Timeout, T> body) {
        if (!timeout.enter()) {
            return timeout.owner.elsewhere(withTimeout(timeout, body), List.of());
        }
        T value;
        try {
            value = await(body.call(timeout));
        } catch (Throwable failure) {
            throw timeout.leave(failure);
        }
        timeout.leave();
        return Coroutine.of(value);
    }

    /**
     * Runs code until a moment. Works with and without a loop, as {@link TaskGroup#open} does.
     *
     * @param <T> the type of the result
     * @param when a time in nanoseconds on the clock of {@link EventLoop#time()}; {@link Timeout#NEVER}: no limit
     * @param body the code; is given the limit, which it may reschedule
     * @return a coroutine with the code's result; fails with {@link AsyncTimeoutException} when the limit is reached
     */
    public static <T extends @Nullable Object> Coroutine<T> timeoutAt(long when, AsyncFunction<? super Timeout, T> body) {
        Timeout timeout = Timeout.at(when);
        return timeout.owner.ofScope(timeoutAt(timeout, Objects.requireNonNull(body, "body")));
    }

    @Async
    private static <T> Coroutine<T> timeoutAt(Timeout timeout, AsyncFunction<? super Timeout, T> body) {
        if (!timeout.enter()) {
            return timeout.owner.elsewhere(timeoutAt(timeout, body), List.of());
        }
        T value;
        try {
            value = await(body.call(timeout));
        } catch (Throwable failure) {
            throw timeout.leave(failure);
        }
        timeout.leave();
        return Coroutine.of(value);
    }

    /**
     * Awaits something with a time limit. What is not done by then is cancelled, and the call goes on when that has really ended. Works with and without
     * a loop, as {@link TaskGroup#open} does.
     *
     * @param <T> the type of the result
     * @param operand what to await
     * @param limit how long; zero or negative: what is not done already is cancelled at once, a coroutine is not even started
     * @return a coroutine with the operand's result; fails with {@link AsyncTimeoutException} when the limit is reached
     */
    public static <T extends @Nullable Object> Coroutine<T> waitFor(Awaitable<T> operand, Duration limit) {
        Objects.requireNonNull(operand, "operand");
        long nanos = Nanos.of(Objects.requireNonNull(limit, "limit"));
        if (nanos == 0) {
            return Timeout.waitFor(operand);
        }
        Timeout timeout = Timeout.of(operand, nanos);
        return timeout.owner.ofScope(waitFor(operand, timeout));
    }

    /**
     * Awaits a stage with a time limit, with or without a loop. Its time begins when the returned object is awaited. A stage that is not done by
     * then is cancelled if it is a {@link java.util.concurrent.Future}; the call does not wait for what that brings about.
     *
     * <pre>{@code
     * @Async CompletableFuture<Quote> quote(String isin) {
     *     return completedFuture(await(waitFor(client.quote(isin), Duration.ofSeconds(2))));
     * }
     * }</pre>
     *
     * @param <T> the type of the result
     * @param operand what to await
     * @param limit how long; zero or negative: what is not done already is cancelled at once
     * @return what to await for the stage's result; fails with {@link AsyncTimeoutException} when the limit is reached
     */
    public static <T extends @Nullable Object> Awaitable<T> waitFor(CompletionStage<T> operand, Duration limit) {
        Objects.requireNonNull(operand, "operand");
        return new StageView<>(operand, Nanos.of(Objects.requireNonNull(limit, "limit")));
    }

    @Async
    private static <T> Coroutine<T> waitFor(Awaitable<T> operand, Timeout timeout) {
        if (!timeout.enter()) {
            return timeout.owner.elsewhere(waitFor(operand, timeout), List.of(operand));
        }
        T value;
        try {
            value = await(operand);
        } catch (Throwable failure) {
            throw timeout.leave(failure);
        }
        timeout.leave();
        return Coroutine.of(value);
    }

    /**
     * Protects something from the cancellation of who awaits it.
     *
     * @param <T> the type of the result
     * @param operand a coroutine, which becomes a task, or a task
     * @return what to await: cancelling it does not cancel the operand
     * @throws IllegalStateException when no loop runs on this thread
     */
    public static <T extends @Nullable Object> LoopFuture<T> shield(Awaitable<T> operand) {
        return Shield.around(operand, EventLoop.requireOrScope("shield"));
    }

    /**
     * Protects a stage from the cancellation of who awaits it. Works without a loop.
     *
     * @param <T> the type of the result
     * @param operand the stage
     * @return what to await: giving that up leaves the stage alone
     */
    public static <T extends @Nullable Object> Awaitable<T> shield(CompletionStage<T> operand) {
        return new ShieldedStage<>(Objects.requireNonNull(operand, "operand"));
    }

    /**
     * Calls an async function for many items, some of them at the same time, and collects the results.
     *
     * <pre>{@code
     * List<Page> pages = await(mapConcurrently(urls, 8, url -> fetch(url)));
     * }</pre>
     *
     * <p>Each call is a task. An item is drawn only when there is room for its call: the source may be endless as well, or slow, as
     * {@code stream::iterator} is. The first failure is passed on as it is when the other calls, which are cancelled, have ended; what those fail
     * with is suppressed in it. Cancelling the await cancels all calls.
     *
     * @param <A> the type of the items
     * @param <T> the type of the results
     * @param items where the items come from
     * @param limit how many calls run at the same time, at least 1
     * @param function is called with an item
     * @return a coroutine with the results in the order of the items
     */
    public static <A extends @Nullable Object, T extends @Nullable Object> Coroutine<List<T>> mapConcurrently(Iterable<? extends A> items, int limit,
            AsyncFunction<? super A, T> function) {
        return mapConcurrently(Concurrently.mapping(ItemSource.<A>of(Objects.requireNonNull(items, "items")), limit, function));
    }

    /**
     * As {@link #mapConcurrently(Iterable, int, AsyncFunction)}, of what a queue gives until it is shut down and empty. While as many calls run as
     * may nothing is taken, so that who puts into a bounded queue waits.
     *
     * @param <A> the type of the items
     * @param <T> the type of the results
     * @param items where the items come from; {@link AsyncQueue#taskDone} is not called
     * @param limit how many calls run at the same time, at least 1
     * @param function is called with an item
     * @return a coroutine with the results in the order of the items
     */
    public static <A, T extends @Nullable Object> Coroutine<List<T>> mapConcurrently(AsyncQueue<? extends A> items, int limit,
            AsyncFunction<? super A, T> function) {
        return mapConcurrently(Concurrently.mapping(ItemSource.<A>of(Objects.requireNonNull(items, "items")), limit, function));
    }

    @Async
    private static <R> Coroutine<List<R>> mapConcurrently(Concurrently<?, R> work) {
        if (!work.start()) {
            return ScopeCall.of(mapConcurrently(work), List.of());
        }
        while (work.isOn()) {
            try {
                await(work.allEnded());
            } catch (CancellationException request) {
                work.cancel(request);
            }
        }
        await(work.outcome());
        return Coroutine.of(work.results());
    }

    /**
     * As {@link #mapConcurrently(Iterable, int, AsyncFunction)}, with the results handed on one at a time in the order in which they come. A call
     * whose result has not been taken yet counts as one that runs.
     *
     * <pre>{@code
     * await(mapAsCompleted(urls, 8, url -> fetch(url), page -> store(page)));
     * }</pre>
     *
     * @param <A> the type of the items
     * @param <T> the type of the results
     * @param items where the items come from
     * @param limit how many calls run at the same time, at least 1
     * @param function is called with an item
     * @param each is called with a result; never twice at the same time
     * @return a coroutine that ends when all results have been taken
     */
    public static <A extends @Nullable Object, T extends @Nullable Object> Coroutine<Void> mapAsCompleted(Iterable<? extends A> items, int limit,
            AsyncFunction<? super A, T> function, AsyncConsumer<? super T> each) {
        return mapAsCompleted(Concurrently.mapping(ItemSource.<A>of(Objects.requireNonNull(items, "items")), limit, function, each));
    }

    /**
     * As {@link #mapAsCompleted(Iterable, int, AsyncFunction, AsyncConsumer)}, of what a queue gives until it is shut down and empty.
     *
     * @param <A> the type of the items
     * @param <T> the type of the results
     * @param items where the items come from; {@link AsyncQueue#taskDone} is not called
     * @param limit how many calls run at the same time, at least 1
     * @param function is called with an item
     * @param each is called with a result; never twice at the same time
     * @return a coroutine that ends when all results have been taken
     */
    public static <A, T extends @Nullable Object> Coroutine<Void> mapAsCompleted(AsyncQueue<? extends A> items, int limit,
            AsyncFunction<? super A, T> function, AsyncConsumer<? super T> each) {
        return mapAsCompleted(Concurrently.mapping(ItemSource.<A>of(Objects.requireNonNull(items, "items")), limit, function, each));
    }

    @Async
    private static Coroutine<Void> mapAsCompleted(Concurrently<?, Void> work) {
        await(mapConcurrently(work));
        return Coroutine.done();
    }

    /**
     * Does something for many items, for some of them at the same time. As {@link #mapConcurrently(Iterable, int, AsyncFunction)}, without results.
     *
     * <pre>{@code
     * await(forEachConcurrently(orders, 8, order -> ship(order)));
     * }</pre>
     *
     * @param <A> the type of the items
     * @param items where the items come from
     * @param limit how many calls run at the same time, at least 1
     * @param action is called with an item
     * @return a coroutine that ends when all has been done
     */
    public static <A extends @Nullable Object> Coroutine<Void> forEachConcurrently(Iterable<? extends A> items, int limit,
            AsyncConsumer<? super A> action) {
        return forEachConcurrently(Concurrently.forEach(ItemSource.<A>of(Objects.requireNonNull(items, "items")), limit, action));
    }

    /**
     * As {@link #forEachConcurrently(Iterable, int, AsyncConsumer)}, of what a queue gives until it is shut down and empty.
     *
     * @param <A> the type of the items
     * @param items where the items come from; {@link AsyncQueue#taskDone} is not called
     * @param limit how many calls run at the same time, at least 1
     * @param action is called with an item
     * @return a coroutine that ends when all has been done
     */
    public static <A> Coroutine<Void> forEachConcurrently(AsyncQueue<? extends A> items, int limit, AsyncConsumer<? super A> action) {
        return forEachConcurrently(Concurrently.forEach(ItemSource.<A>of(Objects.requireNonNull(items, "items")), limit, action));
    }

    @Async
    private static Coroutine<Void> forEachConcurrently(Concurrently<?, Void> work) {
        await(mapConcurrently(work));
        return Coroutine.done();
    }

    /**
     * Calls something that blocks on another thread: a virtual one where the JVM has them, otherwise one of the loop's pool.
     * The call begins when the returned coroutine is awaited. Cancelling the wait does not interrupt the call.
     *
     * @param <T> the type of the result
     * @param call what blocks
     * @return a coroutine with the call's result
     */
    public static <T extends @Nullable Object> Coroutine<T> toThread(Callable<? extends T> call) {
        return toThread("toThread", Objects.requireNonNull(call, "call"));
    }

    @Async
    private static <T> Coroutine<T> toThread(String what, Callable<? extends T> call) {
        return Coroutine.of(await(ExecutorCall.startOnThread(call, EventLoop.require(what))));
    }

    /**
     * Runs code on the threads of an executor and comes back: Kotlin's {@code withContext}. Works with and without a loop.
     *
     * <pre>{@code
     * Report report = await(on(pool, () -> {
     *     Rows rows = await(load(id));                     // goes on in the pool
     *     return Coroutine.of(evaluate(rows));
     * }));
     * }</pre>
     *
     * <p>The code is a task on a {@link EventLoop#on strand} of its own, which begins when the returned coroutine is awaited, in a copy of the context of who
     * awaits. Whoever awaits goes on where he would otherwise. Cancelling the await asks the code to end, and the await ends when it has; code that has
     * not begun never runs. When the executor refuses a turn, the await that was to go on in it throws the refusal.
     *
     * @param <T> the type of the result
     * @param executor where the code runs
     * @param code the code
     * @return a coroutine with the code's result
     */
    public static <T extends @Nullable Object> Coroutine<T> on(Executor executor, AsyncSupplier<T> code) {
        return EventLoop.on(executor).call(code);
    }

    /**
     * Runs a coroutine on a loop that another thread runs.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started
     * @param loop the loop
     * @return a future with its outcome, for any thread but the loop's; cancelling it cancels the coroutine
     */
    public static <T extends @Nullable Object> CompletableFuture<T> runCoroutineThreadsafe(Awaitable<T> coroutine, EventLoop loop) {
        return FutureView.ofCoroutine(Objects.requireNonNull(coroutine, "coroutine"), Objects.requireNonNull(loop, "loop"));
    }

    /**
     * Makes a stage an awaitable, for what takes awaitables: {@code gather(coroutine, from(stage))}. It belongs to no loop; several who await it go
     * on in the order in which they came. Cancelling the await for it cancels the stage if it is a {@link java.util.concurrent.Future}.
     *
     * @param <T> the type of the result
     * @param stage completed by any thread
     * @return what to await, any number of times, on any thread
     */
    public static <T extends @Nullable Object> Awaitable<T> from(CompletionStage<T> stage) {
        return new StageView<>(Objects.requireNonNull(stage, "stage"), LimitedWait.UNLIMITED);
    }
}
