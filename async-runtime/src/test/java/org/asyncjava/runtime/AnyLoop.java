package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;

/**
 * {@code Coroutines.run} on the kind of loop that the property {@code async.loop} names: one on the calling thread, one whose host is a
 * single-threaded executor, or a strand on two threads. What runs is to be the same on all of them.
 */
public final class AnyLoop {
    /** Who gives the loop its turns. */
    public enum Kind { PLAIN, HOSTED, STRAND }

    private static final Kind KIND = Kind.valueOf(System.getProperty("async.loop", Kind.PLAIN.name()));

    private AnyLoop() {
    }

    /** In virtual time where {@code Coroutines.run} would be. */
    public static <T> T run(Awaitable<T> main) {
        return run(main, KIND);
    }

    /** On a kind of loop that the caller names, whatever the property says. */
    public static <T> T run(Awaitable<T> main, Kind kind) {
        if (kind == Kind.PLAIN) {
            return Coroutines.run(main);
        }
        return runOnHost(main, kind, ThreadState.current().loopFactory == null ? LoopClock.SYSTEM : new VirtualClock());
    }

    public static <T> T run(AsyncSupplier<T> main) {
        return run(Coroutines.coroutine(main));
    }

    /** On a loop whose sleeps take no time and end when nothing else is left to do. */
    static <T> T runInVirtualTime(Awaitable<T> main) {
        if (KIND != Kind.PLAIN) {
            return runOnHost(main, KIND, new VirtualClock());
        }
        Object[] result = new Object[1];
        TestLoop.virtualTime(() -> result[0] = Coroutines.run(main));
        @SuppressWarnings("unchecked")
        T value = (T) result[0];
        return value;
    }

    private static <T> T runOnHost(Awaitable<T> main, Kind kind, LoopClock clock) {
        ExecutorService threads = kind == Kind.HOSTED ? Executors.newSingleThreadScheduledExecutor() : Executors.newFixedThreadPool(2);
        try {
            EventLoop loop = kind == Kind.HOSTED ? new EventLoop(LoopHost.of((ScheduledExecutorService) threads), HostKind.HOST, clock)
                    : new EventLoop(new StrandHost(threads), HostKind.STRAND, clock);
            return outcomeOf(main, loop).get();
        } finally {
            threads.shutdownNow();
        }
    }

    /** The leftovers are cancelled in the turn after the end of main, so that no time passes in between. */
    private static <T> Outcome<T> outcomeOf(Awaitable<T> main, EventLoop loop) {
        CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
        loop.callSoonThreadsafe(() -> loop.createTask(main).addDoneCallback(done -> {
            Throwable failure = done.failure();
            Outcome<T> ended = new Outcome<>(failure == null ? done.result() : null, failure);
            loop.createTask(cancelLeftovers(loop)).addDoneCallback(all -> {
                loop.unretrieved.report();
                outcome.complete(ended);
            });
        }));
        return outcome.join();
    }

    /** As the end of {@code run} does. */
    @Async
    private static Coroutine<Void> cancelLeftovers(EventLoop loop) {
        Task<?> self = Coroutines.currentTask().orElseThrow();
        List<Task<?>> leftovers = loop.tasks.living().stream().filter(task -> task != self).toList();
        CancelWalk.cancelAll(leftovers);
        loop.hotCalls.cancelAll();
        await(Gather.outcomes(loop, leftovers));
        while (!loop.hotCalls.isEmpty()) {
            loop.hotCalls.cancelAll();
            await(Coroutines.yieldNow());
        }
        for (Task<?> task : leftovers) {
            if (!task.isCancelled() && task.exception() != null) {
                loop.callExceptionHandler(new FailureContext("unhandled exception during run() shutdown", task.exception(), task));
            }
        }
        return Coroutine.done();
    }
}
