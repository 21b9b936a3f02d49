package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loops whose turns run on a thread that somebody else runs. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostedLoopTest {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final EventLoop loop = EventLoop.hosted(LoopHost.of(executor));
    private final List<FailureContext> reported = new ArrayList<>();

    HostedLoopTest() {
        loop.setExceptionHandler((where, context) -> reported.add(context));
    }

    @AfterEach
    void end() throws Exception {
        executor.shutdownNow();
        assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private static <T> T outcome(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    /** What the executor's thread finds, in an event of its own. */
    private <T> T onHost(Callable<T> event) throws Exception {
        return executor.submit(event).get(60, TimeUnit.SECONDS);
    }

    @Async
    private static Coroutine<Void> count(String name, int times, Log log) {
        for (int i = 0; i < times; i++) {
            log.add(name + i);
            await(yieldNow());
        }
        return Coroutine.done();
    }

    /** Tasks, callbacks, timers of one time, deferreds, a gathering, a cancellation. */
    @Async
    private static Coroutine<Log> program() {
        Log log = new Log();
        EventLoop here = currentLoop();
        Deferred<String> later = new Deferred<>();
        Task<Void> a = createTask(count("a", 3, log));
        here.callSoon(log.adding("soon"));
        Task<Void> b = createTask(count("b", 4, log));
        long now = here.time();
        here.callAt(now, log.adding("first timer"));
        here.callAt(now, log.adding("second timer"));
        here.execute(log.adding("command"));
        later.addDoneCallback(done -> log.add("called back"));
        here.callSoon(() -> later.complete("value"));
        log.add(await(later));
        await(gather(a, b));
        log.add("gathered");
        Task<Void> endless = createTask(count("endless", Integer.MAX_VALUE, log));
        await(yieldNow());
        endless.cancel();
        log.add(await(Programs.failureOf(endless)).getClass().getSimpleName());
        await(sleep(Duration.ofMillis(1)));
        log.add("slept");
        return Coroutine.of(log);
    }

    @Test
    void theOrderOfEventsIsThatOfAnyLoop() throws Exception {
        List<Object> plain = Coroutines.run(program()).entries();
        assertThat(outcome(runCoroutineThreadsafe(program(), loop)).entries()).isEqualTo(plain);
        assertThat(outcome(runCoroutineThreadsafe(program(), EventLoop.on(executor))).entries()).isEqualTo(plain);
        loop.setDebug(true);
        assertThat(outcome(runCoroutineThreadsafe(program(), loop)).entries()).isEqualTo(plain);
    }

    @Test
    void timersRingInTheOrderOfTheirTimes() throws Exception {
        assertThat(outcome(runCoroutineThreadsafe(coroutine(() -> {
            Log log = new Log();
            EventLoop here = currentLoop();
            here.callLater(Duration.ofMillis(20), log.adding("20"));
            here.callLater(Duration.ofMillis(1), log.adding("1"));
            TimerHandle never = here.callLater(Duration.ofMillis(5), log.adding("never"));
            here.callAt(Long.MAX_VALUE, log.adding("not in this world"));
            never.cancel();
            await(sleep(Duration.ofMillis(30)));
            Deferred<Void> last = new Deferred<>();
            here.callLater(Duration.ofMillis(1), () -> here.callLater(Duration.ofNanos(1), () -> last.complete(null)));
            await(last);
            return Coroutine.of(log.entries());
        }), loop))).isEqualTo(List.of("1", "20"));
    }

    @Test
    void anEqualHostHasTheSameLoop() {
        assertThat(EventLoop.hosted(LoopHost.of(executor))).isSameAs(loop);
        assertThat(LoopHost.of(executor)).isEqualTo(LoopHost.of(executor)).hasSameHashCodeAs(LoopHost.of(executor));
        ScheduledExecutorService other = Executors.newSingleThreadScheduledExecutor();
        assertThat(LoopHost.of(other)).isNotEqualTo(LoopHost.of(executor));
        other.shutdown();
        assertThat(LoopHost.swing()).isSameAs(LoopHost.swing());
    }

    @Test
    void itIsTheCurrentLoopInEventsOfTheHost() throws Exception {
        assertThat(onHost(Coroutines::currentLoop)).isSameAs(loop);
        assertThat(onHost(() -> Dispatcher.current().orElseThrow())).isSameAs(loop);
        assertThat(Dispatcher.current()).isEmpty();
        assertThat(onHost(() -> Coroutines.currentTask().isEmpty())).isTrue();
        assertThat(onHost(loop::isRunning)).isFalse();
    }

    @Test
    void eventsOfTheHostMakeTasksAndCallbacksAndTimers() throws Exception {
        CompletableFuture<List<Object>> result = new CompletableFuture<>();
        onHost(() -> {
            Log log = new Log();
            Thread thread = Thread.currentThread();
            loop.callSoon(() -> log.add(thread == Thread.currentThread()));
            Task<Void> task = createTask(count("task", 2, log));
            task.addDoneCallback(done -> loop.callLater(Duration.ofMillis(1), () -> result.complete(log.entries())));
            log.add(task.isDone());
            return null;
        });
        assertThat(outcome(result)).containsExactly(false, true, "task0", "task1");
    }

    @Async
    private static CompletableFuture<List<Object>> places(CompletableFuture<?> operand, Supplier<Object> place) {
        List<Object> found = new ArrayList<>(List.of(place.get()));
        await(operand);
        found.add(place.get());
        await(sleep(Duration.ofMillis(1)));
        found.add(place.get());
        await(yieldNow());
        found.add(place.get());
        return CompletableFuture.completedFuture(found);
    }

    @Test
    void aMethodThatAnEventCallsComesBackToTheHostsThread() throws Exception {
        Thread thread = onHost(Thread::currentThread);
        CompletableFuture<Void> operand = new CompletableFuture<>();
        CompletableFuture<List<Object>> found = onHost(() -> places(operand, () -> List.of(Thread.currentThread(), currentLoop())));
        operand.complete(null);
        assertThat(outcome(found)).hasSize(4).containsOnly(List.of(thread, loop));
    }

    @Test
    void otherThreadsAreRefused() throws Exception {
        Coroutine<Void> unstarted = yieldNow();
        Task<String> task = onHost(() -> createTask(coroutine(() -> {
            await(sleep(Duration.ofDays(1)));
            return Coroutine.of("late");
        })));
        List<Runnable> uses = List.of(() -> loop.callSoon(() -> { }), () -> loop.callLater(Duration.ZERO, () -> { }), () -> loop.createTask(unstarted),
                task::cancel, Coroutines::currentLoop);
        for (Runnable use : uses) {
            assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class);
        }
        assertThat(task.isDone()).isFalse();
        onHost(task::cancel);
        assertThatThrownBy(() -> outcome(onHost(task::toFuture))).isInstanceOf(CancellationException.class);
    }

    @Test
    void nobodyRunsStopsOrClosesIt() throws Exception {
        List<Runnable> uses = List.of(loop::runForever, () -> loop.runUntilComplete(yieldNow()), loop::close, loop::stop);
        for (Runnable use : uses) {
            assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("createTask");
            assertThatThrownBy(() -> onHost(() -> {
                use.run();
                return null;
            })).cause().isInstanceOf(IllegalStateException.class).hasMessageContaining("createTask");
        }
        assertThat(outcome(runCoroutineThreadsafe(Programs.failureOf(coroutine(() -> {
            loop.close();
            return Coroutine.done();
        })), loop))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theHostsThreadRunsNoOtherLoop() {
        List<Callable<?>> uses = List.of(() -> Coroutines.run(yieldNow()), () -> {
            new EventLoop().runUntilComplete(yieldNow());
            return null;
        });
        for (Callable<?> use : uses) {
            assertThatThrownBy(() -> onHost(use)).cause().isInstanceOf(IllegalStateException.class).hasMessageContaining("createTask");
        }
    }

    @Test
    void theHostsThreadDoesNotBlockForWhatItIsToBring() throws Exception {
        CompletableFuture<Object> never = new CompletableFuture<>();
        List<Supplier<CompletableFuture<?>>> results = List.of(() -> createTask(sleep(Duration.ofDays(1))).toFuture(),
                () -> runCoroutineThreadsafe(sleep(Duration.ofDays(1)), loop), () -> Programs.hot(() -> never));
        for (Supplier<CompletableFuture<?>> result : results) {
            CompletableFuture<?> pending = onHost(result::get);
            assertThatThrownBy(() -> onHost(pending::join)).cause().isInstanceOf(IllegalStateException.class).hasMessageContaining("await it");
            assertThatThrownBy(() -> onHost(pending::get)).cause().isInstanceOf(IllegalStateException.class).hasMessageContaining("await it");
        }
    }

    @Test
    void failuresGoToTheExceptionHandler() throws Exception {
        outcome(runCoroutineThreadsafe(coroutine(() -> {
            loop.callSoon(() -> {
                throw new IllegalStateException("callback");
            });
            await(yieldNow());
            await(yieldNow());
            return Coroutine.done();
        }), loop));
        assertThat(onHost(() -> List.copyOf(reported))).singleElement().satisfies(context -> assertThat(context.exception()).hasMessage("callback"));
    }

    @Test
    void slowCallbacksAreReportedInDebugMode() throws Exception {
        try (CapturedLog log = new CapturedLog()) {
            loop.setDebug(true);
            loop.setSlowCallbackDuration(Duration.ZERO);
            outcome(runCoroutineThreadsafe(yieldNow(), loop));
            onHost(() -> {
                loop.setDebug(false);
                return null;
            });
            assertThat(log.messages()).anyMatch(message -> message.startsWith("Executing <Task"));
        }
    }
}
