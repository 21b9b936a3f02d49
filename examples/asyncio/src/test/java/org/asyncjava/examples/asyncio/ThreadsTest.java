package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.asyncjava.Async;
import org.asyncjava.runtime.ContextVar;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code run_in_executor}, {@code to_thread}, {@code run_coroutine_threadsafe}, and what blocks the loop. */
class ThreadsTest {
    private final Actors actors = new Actors();
    private final List<Object> log = actors.log;
    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void endOtherThread() {
        otherThread.shutdownNow();
    }

    private static EventLoop loop() {
        return currentLoop();
    }

    @Test
    void callsOnTheLoopsPoolOverlap() {
        CyclicBarrier together = new CyclicBarrier(3);
        run(threeCalls(together));
        assertThat(log).containsExactly(3);
    }

    @Async
    private Coroutine<Void> threeCalls(CyclicBarrier together) {
        EventLoop loop = loop();
        log.add(await(gather(loop.runInExecutor(together::await), loop.runInExecutor(together::await), loop.runInExecutor(together::await)))
                .size());
        return Coroutine.done();
    }

    @Test
    void aFailureOfTheCallIsThrownAtTheAwait() {
        assertThatThrownBy(() -> run(failingCall())).isInstanceOf(IOException.class).hasMessage("disk");
    }

    @Async
    private static Coroutine<Void> failingCall() {
        await(toThread(() -> {
            throw new IOException("disk");
        }));
        return Coroutine.done();
    }

    @Test
    void toThreadCallsOnAnotherThreadOnceAwaited() {
        run(elsewhere());
        assertThat(log).containsExactly(true, 1);
    }

    @Async
    private Coroutine<Void> elsewhere() {
        EventLoop loop = loop();
        Thread here = Thread.currentThread();
        int[] calls = new int[1];
        Coroutine<Thread> call = toThread(() -> {
            calls[0]++;
            return Thread.currentThread();
        });
        await(yieldNow());
        Thread there = await(call);
        log.add(there != here && currentLoop() == loop);
        log.add(calls[0]);
        return Coroutine.done();
    }

    @Test
    void toThreadTakesTheContextAlongAndRunInExecutorDoesNot() {
        run(inContext());
        assertThat(log).containsExactly("mine", "mine", "none");
    }

    @Async
    private Coroutine<Void> inContext() {
        ContextVar<String> name = ContextVar.withDefault("name", "none");
        name.set("mine");
        log.add(await(toThread(() -> {
            String seen = name.get();
            name.set("the thread's");
            return seen;
        })));
        log.add(name.get());
        log.add(await(loop().runInExecutor(name::get)));
        return Coroutine.done();
    }

    @Test
    void cancelledBeforeItBeginsACallIsNotMade() {
        run(cancelledEarly());
        assertThat(log).containsExactly(true, "cancelled");
    }

    @Async
    private Coroutine<Void> cancelledEarly() {
        Queue<Runnable> held = new ArrayDeque<>();
        Deferred<Boolean> call = loop().runInExecutor(held::add, () -> log.add("called"));
        log.add(call.cancel());
        await(yieldNow());
        held.remove().run();
        try {
            await(call);
        } catch (CancellationException e) {
            log.add("cancelled");
        }
        return Coroutine.done();
    }

    @Test
    void aCallThatHasBegunRunsToItsEndThoughNobodyWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        run(cancelledLate(begun, () -> {
            begun.countDown();
            mayEnd.await();
            return interrupted.complete(Thread.interrupted());
        }));
        mayEnd.countDown();
        assertThat(interrupted.get()).isFalse();
    }

    @Async
    private Coroutine<Void> cancelledLate(CountDownLatch begun, Callable<Boolean> call) {
        Task<Boolean> waiting = createTask(toThreadOf(call));
        await(loop().runInExecutor(() -> {
            begun.await();
            return null;
        }));
        waiting.cancel();
        await(yieldNow());
        return Coroutine.done();
    }

    @Async
    private Coroutine<Boolean> toThreadOf(Callable<Boolean> call) {
        return Coroutine.of(await(loop().runInExecutor(otherThread, call)));
    }

    @Test
    void anExecutorOfOnesOwnReplacesThePool() {
        run(onOwnPool());
        assertThat(log).containsExactly("mine");
    }

    @Async
    private Coroutine<Void> onOwnPool() {
        loop().setDefaultExecutor(otherThread);
        otherThread.execute(() -> Thread.currentThread().setName("mine"));
        log.add(await(loop().runInExecutor(() -> Thread.currentThread().getName())));
        return Coroutine.done();
    }

    @Test
    void afterThePoolWasShutDownItTakesNoCalls() {
        run(shutDown());
        assertThat(log).containsExactly(true, true);
    }

    @Async
    private Coroutine<Void> shutDown() {
        EventLoop loop = loop();
        log.add(await(loop.shutdownDefaultExecutor(Duration.ofSeconds(1))));
        assertThatThrownBy(() -> loop.runInExecutor(() -> 1)).isInstanceOf(RejectedExecutionException.class)
                .hasMessage("Executor shutdown has been called");
        log.add(await(loop.shutdownDefaultExecutor(Duration.ZERO)));
        return Coroutine.done();
    }

    @Test
    void anotherThreadRunsACoroutineOnTheLoop() {
        run(served(loop -> {
            CompletableFuture<String> future = runCoroutineThreadsafe(actors.ok("from elsewhere", 1), loop);
            return future.get();
        }));
        assertThat(log).containsExactly("from elsewhere", "from elsewhere");
    }

    @Test
    void itsFailureReachesTheOtherThread() {
        run(served(loop -> {
            try {
                return runCoroutineThreadsafe(actors.bad("failure", 1), loop).join();
            } catch (CompletionException e) {
                return e.getCause().getMessage();
            }
        }));
        assertThat(log).containsExactly("failure");
    }

    @Test
    void cancellingTheFutureCancelsTheCoroutine() {
        run(served(loop -> {
            CountDownLatch started = new CountDownLatch(1);
            CompletableFuture<Void> future = runCoroutineThreadsafe(startsAndSleeps(started), loop);
            started.await();
            future.cancel(false);
            try {
                return "" + future.get();
            } catch (CancellationException | ExecutionException e) {
                runCoroutineThreadsafe(sleep(Duration.ofMillis(1)), loop).join();
                return "cancelled";
            }
        }));
        assertThat(log).containsExactly("coroutine cancelled", "cancelled");
    }

    @Async
    private Coroutine<Void> startsAndSleeps(CountDownLatch started) {
        started.countDown();
        return sleeping();
    }

    @Async
    private Coroutine<Void> sleeping() {
        try {
            await(sleep(Duration.ofDays(1)));
        } catch (CancellationException e) {
            log.add("coroutine cancelled");
            throw e;
        }
        return Coroutine.done();
    }

    /** What another thread does with the loop while it runs. */
    private interface Client {
        String use(EventLoop loop) throws Exception;
    }

    @Async
    private Coroutine<Void> served(Client client) {
        EventLoop loop = loop();
        log.add(await(loop.runInExecutor(otherThread, () -> client.use(loop))));
        return Coroutine.done();
    }

    @Test
    void aClosedLoopRefuses() {
        EventLoop loop = new EventLoop();
        loop.close();
        assertThatThrownBy(() -> runCoroutineThreadsafe(sleep(Duration.ofDays(1)), loop)).isInstanceOf(RejectedExecutionException.class)
                .hasMessage("Event loop is closed");
    }

    // HARD_CASES 74
    @Test
    void blockingForATaskOnItsLoopsOwnThreadIsAnErrorNotAHang() {
        run(blocking());
    }

    @Async
    private Coroutine<Void> blocking() {
        Task<String> task = createTask(actors.ok("a", 1));
        CompletableFuture<String> future = task.toFuture();
        String refusal = "blocking for a result on the thread of its own event loop would never end; await it instead";
        assertThatThrownBy(future::join).isInstanceOf(IllegalStateException.class).hasMessage(refusal);
        assertThatThrownBy(future::get).isInstanceOf(IllegalStateException.class).hasMessage(refusal);
        assertThatThrownBy(() -> future.get(1, TimeUnit.DAYS)).isInstanceOf(IllegalStateException.class).hasMessage(refusal);
        assertThatThrownBy(() -> future.thenApply(String::length).join()).isInstanceOf(IllegalStateException.class);
        CompletableFuture<String> hot = hot();
        assertThatThrownBy(hot::join).isInstanceOf(IllegalStateException.class).hasMessage(refusal);
        assertThatThrownBy(hot::get).isInstanceOf(IllegalStateException.class).hasMessage(refusal);
        assertThatThrownBy(() -> hot.get(1, TimeUnit.DAYS)).isInstanceOf(IllegalStateException.class).hasMessage(refusal);
        await(task);
        await(hot);
        assertThat(future.join() + hot.join()).isEqualTo("ahot");
        return Coroutine.done();
    }

    @Async
    private CompletableFuture<String> hot() {
        await(yieldNow());
        return CompletableFuture.completedFuture("hot");
    }
}
