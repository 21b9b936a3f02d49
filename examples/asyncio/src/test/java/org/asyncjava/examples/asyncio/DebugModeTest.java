package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.FailureContext;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

/** What a single loop's debug mode shows. What the whole JVM's shows is in {@link NeverAwaitedTest}. */
class DebugModeTest {
    private final List<Object> log = new ArrayList<>();
    private int blockingMillis = 100;

    private static EventLoop debuggedLoop() {
        EventLoop loop = currentLoop();
        loop.setDebug(true);
        return loop;
    }

    // HARD_CASES 73
    @Test
    void callsFromAWrongThreadAreErrors() {
        run(wrongThread());
        assertThat(log).containsExactly("soon refused", "later refused", "task refused", "thread-safe call");
    }

    @Async
    private Coroutine<Void> wrongThread() {
        EventLoop loop = debuggedLoop();
        Deferred<Void> called = new Deferred<>();
        await(loop.runInExecutor(() -> {
            refused("soon", () -> loop.callSoon(() -> { }));
            refused("later", () -> loop.callLater(Duration.ZERO, () -> { }));
            refused("task", () -> loop.createTask(yieldNow()));
            loop.callSoonThreadsafe(() -> called.complete(null));
            return null;
        }));
        await(called);
        log.add("thread-safe call");
        return Coroutine.done();
    }

    private void refused(String what, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class)
                .hasMessage("Non-thread-safe operation invoked on an event loop other than the current one");
        log.add(what + " refused");
    }

    // HARD_CASES 77
    @Test
    void slowCallbacksAreLoggedWithTheLineThatBlocked() {
        try (LogCapture captured = new LogCapture()) {
            // Where it blocked is looked up by another thread, which on a busy machine may come too late.
            while (captured.messages().stream().noneMatch(message -> message.contains("DebugModeTest.blocking("))) {
                captured.messages().clear();
                blockingMillis *= 2;
                run(slow());
            }
            assertThat(captured.messages()).anyMatch(message -> message.matches(
                    "Executing <Task pending name='Task-1' coro=<DebugModeTest\\.slow\\(\\) running at DebugModeTest\\.java:\\d+>.*> "
                            + "took \\d+\\.\\d{3} seconds.*"));
            assertThat(captured.messages()).anyMatch(message -> message.matches(
                    ".* seconds; it was at org\\.asyncjava\\.examples\\.asyncio\\.DebugModeTest\\.blocking\\(DebugModeTest\\.java:\\d+\\)"));
            assertThat(captured.messages()).anyMatch(message -> message.matches(
                    "Executing <Handle .*DebugModeTest.* created at org\\.asyncjava\\.examples\\.asyncio\\.DebugModeTest\\.slow\\(DebugModeTest\\.java:\\d+\\)> took .*"));
        }
    }

    @Async
    private Coroutine<Void> slow() {
        EventLoop loop = debuggedLoop();
        loop.setSlowCallbackDuration(Duration.ofMillis(20));
        await(yieldNow());
        blocking(blockingMillis);
        await(yieldNow());
        loop.callSoon(() -> blocking(blockingMillis));
        await(yieldNow());
        return Coroutine.done();
    }

    /** Busy for longer than a callback may be. */
    private static void blocking(int millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void withoutDebugModeNothingIsLogged() {
        try (LogCapture captured = new LogCapture()) {
            run(slowUnwatched());
            assertThat(captured.messages()).isEmpty();
        }
    }

    @Async
    private Coroutine<Void> slowUnwatched() {
        EventLoop loop = debuggedLoop();
        loop.setDebug(false);
        await(yieldNow());
        blocking(blockingMillis);
        assertThat(loop.isDebug()).isFalse();
        assertThat(createTask(yieldNow()).toString()).doesNotContain("created at");
        return Coroutine.done();
    }

    // HARD_CASES 76
    @Test
    void failuresThatNobodyAsksForTellWhereTheirTaskWasMade() {
        List<FailureContext> reported = new ArrayList<>();
        run(forgetsATask(reported));
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0).source().toString())
                .matches("<Task finished name='Task-2' .* created at .*DebugModeTest\\.forgetsATask\\(DebugModeTest\\.java:\\d+\\)>");
    }

    @Async
    private Coroutine<Void> forgetsATask(List<FailureContext> reported) {
        debuggedLoop().setExceptionHandler((loop, context) -> reported.add(context));
        createTask(new Actors().bad("unseen", 0));
        await(yieldNow());
        await(yieldNow());
        return Coroutine.done();
    }

    // HARD_CASES 80
    @Test
    void knowingWhereATaskWasMadeDoesNotKeepItAlive() throws Exception {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        try (EventLoop loop = new EventLoop()) {
            loop.setDebug(true);
            WeakReference<Object> task = endedTask(loop, collected);
            while (collected.poll() != task) {
                System.gc();
            }
        }
    }

    private static WeakReference<Object> endedTask(EventLoop loop, ReferenceQueue<Object> collected) {
        Task<Void> task = loop.createTask(Coroutine.done());
        assertThat(task.toString()).contains("created at");
        loop.runUntilComplete(task);
        return new WeakReference<>(task, collected);
    }
}
