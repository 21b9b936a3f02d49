package org.asyncjava.runtime;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.asyncjava.Awaitable;

/** Programs that use the runtime on the calling thread and leave nothing of themselves behind. */
final class UsesTheRuntime {
    private static final Duration MOMENT = Duration.ofMillis(1);

    static final Map<String, Callable<?>> PROGRAMS = Map.ofEntries(
            Map.entry("a run", () -> Coroutines.run(coroutine(() -> Coroutine.of(await(Coroutines.gather(Coroutines.sleep(MOMENT), Coroutines.sleep(MOMENT))))))),
            Map.entry("a call on another thread", () -> Coroutines.run(Coroutines.toThread(() -> 1))),
            Map.entry("a call in the loop's pool", () -> Coroutines.run(coroutine(() -> Coroutine.of(await(Coroutines.currentLoop().runInExecutor(() -> 1)))))),
            Map.entry("a time limit", () -> Coroutines.run(Coroutines.waitFor(Coroutines.sleep(MOMENT), Duration.ofDays(1)))),
            Map.entry("a sleep without a loop", () -> after(Coroutines.sleep(MOMENT)).get()),
            Map.entry("a sleep that is cancelled", () -> after(Coroutines.sleep(Duration.ofDays(1))).cancel(true)),
            Map.entry("a lock", () -> {
                AsyncLock lock = new AsyncLock();
                lock.tryAcquire();
                CompletableFuture<Object> waiting = after(lock.acquire());
                lock.release();
                return waiting.get();
            }),
            Map.entry("a dispatcher for a call", () -> Dispatcher.call(Runnable::run, () -> after(CompletableFuture.runAsync(() -> { }))).get()),
            Map.entry("a dispatcher that is taken back", () -> {
                Dispatcher.install(Runnable::run);
                Dispatcher.install(null);
                return 1;
            }),
            Map.entry("a context", () -> new Context().call(() -> new ContextVar<String>("x").set("y"))),
            Map.entry("a variable within a task", () -> Coroutines.run(coroutine(() -> {
                new ContextVar<String>("x").set("y");
                return Coroutine.of(1);
            }))),
            Map.entry("a variable within a method that was resumed", () -> {
                CompletableFuture<Object> operand = new CompletableFuture<>();
                CompletableFuture<Object> result = HotScript.call((number, received) ->
                        number == 0 ? HotScript.await(operand) : new ContextVar<String>("x").set("y"));
                operand.complete(1);
                return result.get();
            }),
            Map.entry("a failure that nobody asks for", () -> Coroutines.run(coroutine(() -> {
                Coroutines.currentLoop().setExceptionHandler((loop, context) -> { });
                Coroutines.createTask(coroutine(() -> {
                    throw new IllegalStateException();
                }));
                return Coroutine.of(await(Coroutines.sleep(MOMENT)));
            }))),
            Map.entry("a foreign awaitable", () -> after((Awaitable<Object>) () -> new RefusedAwaiter(new IllegalStateException())).isDone()),
            Map.entry("a default executor that is taken back", () -> {
                var pool = Executors.newSingleThreadExecutor();
                Dispatcher.setDefault(pool);
                after(Coroutines.sleep(MOMENT)).get();
                Dispatcher.setDefault(null);
                pool.shutdown();
                return pool.awaitTermination(1, TimeUnit.DAYS);
            }),
            Map.entry("a loop on the thread of an executor", () -> {
                ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
                CompletableFuture<?> asleep = Coroutines.runCoroutineThreadsafe(Coroutines.sleep(Duration.ofDays(1)),
                        EventLoop.hosted(LoopHost.of(executor)));
                executor.submit(() -> { }).get();
                executor.shutdown();
                return asleep.handle((value, cancelled) -> cancelled).get();
            }),
            Map.entry("a loop on the thread of a host", () -> {
                try (EventHost host = new EventHost()) {
                    EventLoop.hosted(host);
                    Coroutines.createTask(Coroutines.sleep(Duration.ofDays(1)));
                    host.runAll();
                    return 1;
                }
            }),
            Map.entry("text", () -> new ContextVar<List<String>>("x").toString()));

    private UsesTheRuntime() {
    }

    static void run(String program) throws Exception {
        PROGRAMS.get(program).call();
    }

    private static CompletableFuture<Object> after(Object operand) {
        return hot(() -> operand);
    }
}
