package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
    private enum Kind { PLAIN, HOSTED, STRAND }

    private static final Kind KIND = Kind.valueOf(System.getProperty("async.loop", Kind.PLAIN.name()));

    private AnyLoop() {
    }

    /** In virtual time where {@code Coroutines.run} would be. */
    public static <T> T run(Awaitable<T> main) {
        if (KIND == Kind.PLAIN) {
            return Coroutines.run(main);
        }
        return runOnHost(main, ThreadState.current().loopFactory == null ? LoopClock.SYSTEM : new VirtualClock());
    }

    static <T> T run(AsyncSupplier<T> main) {
        return run(Coroutines.coroutine(main));
    }

    /** On a loop whose sleeps take no time and end when nothing else is left to do. */
    static <T> T runInVirtualTime(Awaitable<T> main) {
        if (KIND != Kind.PLAIN) {
            return runOnHost(main, new VirtualClock());
        }
        Object[] result = new Object[1];
        TestLoop.virtualTime(() -> result[0] = Coroutines.run(main));
        @SuppressWarnings("unchecked")
        T value = (T) result[0];
        return value;
    }

    private static <T> T runOnHost(Awaitable<T> main, LoopClock clock) {
        ExecutorService threads = KIND == Kind.HOSTED ? Executors.newSingleThreadScheduledExecutor() : Executors.newFixedThreadPool(2);
        try {
            EventLoop loop = KIND == Kind.HOSTED ? new EventLoop(LoopHost.of((ScheduledExecutorService) threads), HostKind.HOST, clock)
                    : new EventLoop(new StrandHost(threads), HostKind.STRAND, clock);
            Outcome<T> outcome = get(loop, main);
            get(loop, cancelLeftovers(loop));
            return outcome.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Outcome<T> get(EventLoop loop, Awaitable<T> coroutine) {
        CompletableFuture<T> future = Coroutines.runCoroutineThreadsafe(coroutine, loop);
        try {
            return new Outcome<>(future.get(), null);
        } catch (ExecutionException failed) {
            return new Outcome<>(null, failed.getCause());
        } catch (Exception failed) {
            return new Outcome<>(null, failed);
        }
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
