package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asyncjava.Async;
import org.asyncjava.runtime.Context;
import org.asyncjava.runtime.ContextVar;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.FailureContext;
import org.asyncjava.runtime.Runner;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private final Actors actors = new Actors();
    private final List<Object> log = actors.log;

    @Async
    private Coroutine<Task<String>> start(String name, long millis) {
        Task<String> task = createTask(actors.ok(name, millis));
        await(yieldNow());
        return Coroutine.of(task);
    }

    @Test
    void severalRunsShareOneLoopAndLeftoversGoOnInTheNext() {
        try (Runner runner = new Runner(TestLoop::withVirtualTime)) {
            EventLoop loop = runner.loop();
            Task<String> leftover = runner.run(start("leftover", 10));
            assertThat(leftover.isDone()).isFalse();
            runner.run(sleep(millis(20)));
            assertThat(leftover.result()).isEqualTo("leftover");
            assertThat(runner.loop()).isSameAs(loop);
        }
    }

    @Test
    void allRunsShareOneContextUnlessOneIsGiven() {
        ContextVar<Integer> count = ContextVar.withDefault("count", 0);
        Context own = new Context();
        try (Runner runner = new Runner()) {
            assertThat(runner.<Integer>run(counting(count))).isEqualTo(1);
            assertThat(runner.<Integer>run(counting(count))).isEqualTo(2);
            assertThat(runner.<Integer>run(counting(count), own)).isEqualTo(1);
            assertThat(runner.<Integer>run(counting(count))).isEqualTo(3);
        }
        assertThat(own.get(count, -1)).isEqualTo(1);
        assertThat(count.get()).isEqualTo(0);
    }

    @Async
    private static Coroutine<Integer> counting(ContextVar<Integer> count) {
        await(yieldNow());
        count.set(count.get() + 1);
        return Coroutine.of(count.get());
    }

    // HARD_CASES 81
    @Test
    void theEndCancelsLeftoversAndClosesTheLoop() {
        Runner runner = new Runner();
        EventLoop loop = runner.loop();
        runner.run(start("leftover", 10_000));
        runner.close();
        runner.close();
        assertThat(log).containsExactly("leftover cancelled");
        assertThat(loop.isClosed()).isTrue();
        assertThatThrownBy(runner::loop).isInstanceOf(IllegalStateException.class).hasMessage("Runner is closed");
        assertThatThrownBy(() -> runner.run(Coroutine.done())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRunnerThatWasNeverUsedIsClosedWithoutALoop() {
        Runner runner = new Runner(() -> {
            throw new AssertionError("no loop was needed");
        });
        runner.close();
        assertThatThrownBy(runner::loop).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void failuresOfLeftoversAreReported() {
        List<FailureContext> reported = new ArrayList<>();
        try (Runner runner = new Runner()) {
            runner.loop().setExceptionHandler((loop, context) -> reported.add(context));
            runner.run(startFailing());
        }
        assertThat(reported).extracting(FailureContext::message).containsExactly("unhandled exception during run() shutdown");
    }

    @Async
    private Coroutine<Void> startFailing() {
        createTask(actors.failsWhenCancelled("leftover"));
        await(yieldNow());
        return Coroutine.done();
    }

    // HARD_CASES 74
    @Test
    void aRunInsideARunIsRefused() {
        try (Runner outer = new Runner(); Runner inner = new Runner()) {
            assertThatThrownBy(() -> outer.run(nested(outer))).isInstanceOf(IllegalStateException.class)
                    .hasMessage("run() cannot be called from a running event loop");
            assertThatThrownBy(() -> outer.run(nested(inner))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> outer.run(closing(outer))).isInstanceOf(IllegalStateException.class)
                    .hasMessage("Cannot close a running event loop");
            outer.run(Coroutine.done());
        }
    }

    @Async
    private static Coroutine<Void> nested(Runner runner) {
        runner.run(Coroutine.done());
        await(yieldNow());
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> closing(Runner runner) {
        await(yieldNow());
        runner.close();
        return Coroutine.done();
    }

    // HARD_CASES 81
    @Test
    void theEndWaitsForCallsOnThePoolOfThreads() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        EventLoop loop;
        try (Runner runner = new Runner()) {
            loop = runner.loop();
            runner.run(startCall(mayEnd));
            loop.callSoon(mayEnd::countDown);
        }
        assertThat(log).containsExactly("call ended");
        assertThatThrownBy(() -> loop.runInExecutor(() -> 1)).isInstanceOf(RejectedExecutionException.class);
    }

    @Async
    private Coroutine<Void> startCall(CountDownLatch mayEnd) {
        currentLoop().runInExecutor(() -> {
            mayEnd.await();
            return log.add("call ended");
        });
        await(yieldNow());
        return Coroutine.done();
    }

    private static boolean isAwaited() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("asyncjava-shutdown"));
    }

    /** On every JDK: a virtual thread would otherwise end with the JVM, in the middle of what it does. */
    @Test
    void runWaitsForACallOnAnotherThreadThatNobodyWaitsForAnyMore() {
        List<String> saved = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean returned = new AtomicBoolean();
        Callable<Void> save = () -> {
            begun.countDown();
            while (!isAwaited() && !returned.get()) {
                Thread.onSpinWait();
            }
            saved.add("saved");
            return null;
        };
        run(leaves(save, begun));
        List<String> whenItReturned = List.copyOf(saved);
        returned.set(true);
        assertThat(whenItReturned).containsExactly("saved");
    }

    @Async
    private static Coroutine<Void> leaves(Callable<Void> call, CountDownLatch begun) {
        createTask(toThread(call));
        while (begun.getCount() > 0) {
            await(yieldNow());
        }
        return Coroutine.done();
    }

    @Test
    void theEndShutsDownTheExecutorThatReplacedThePool() {
        ExecutorService own = Executors.newSingleThreadExecutor();
        run(withPool(own));
        assertThat(own.isShutdown()).isTrue();
    }

    @Async
    private static Coroutine<Void> withPool(ExecutorService pool) {
        currentLoop().setDefaultExecutor(pool);
        await(yieldNow());
        return Coroutine.done();
    }
}
