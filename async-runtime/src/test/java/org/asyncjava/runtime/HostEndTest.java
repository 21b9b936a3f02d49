package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a hosted loop when its host ends: what is left is cancelled and cleans up, and nobody outside waits for it. */
@Timeout(120)
class HostEndTest {
    private final EventHost host = new EventHost();
    private final EventLoop loop = EventLoop.hosted(host);
    private final List<FailureContext> reported = new ArrayList<>();
    private final Log log = new Log();

    HostEndTest() {
        loop.setExceptionHandler((where, context) -> reported.add(context));
    }

    @AfterEach
    void end() {
        host.close();
    }

    /** Waits for something, and says how that ended. */
    @Async
    private Coroutine<String> waiting(Object operand) {
        try {
            await(Programs.any(operand));
            return Coroutine.of("went on");
        } catch (Throwable failure) {
            log.add(failure.getClass().getSimpleName());
            throw failure;
        } finally {
            await(yieldNow());
            log.add("cleaned up on the host's thread: " + host.isCurrent());
        }
    }

    private static void assertRefused(CompletableFuture<?> future) {
        assertThatThrownBy(() -> future.get(60, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                .cause().isInstanceOf(RejectedExecutionException.class).hasMessage("Event loop is closed");
    }

    private static void assertCancelled(CompletableFuture<?> future) {
        assertThatThrownBy(() -> future.get(60, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aHostThatSaysSoOnItsThreadHasEverythingCleanUpThere() {
        CompletableFuture<String> asleep = createTask(waiting(sleep(Duration.ofDays(1)))).toFuture();
        CompletableFuture<String> foreign = createTask(waiting(new CompletableFuture<>())).toFuture();
        host.runAll();
        host.end();
        assertCancelled(asleep);
        assertCancelled(foreign);
        assertThat(log.entries()).containsExactly("CancellationException", "CancellationException",
                "cleaned up on the host's thread: true", "cleaned up on the host's thread: true");
        assertThat(reported).isEmpty();
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void aHostThatSaysSoElsewhereHasEverythingCleanUpThere() throws Exception {
        CompletableFuture<String> asleep = createTask(waiting(sleep(Duration.ofDays(1)))).toFuture();
        host.runAll();
        Thread other = new Thread(host::end);
        other.start();
        other.join();
        assertCancelled(asleep);
        assertThat(log.entries()).containsExactly("CancellationException", "cleaned up on the host's thread: false");
        assertThat(loop.isClosed()).isTrue();
    }

    /** It says nothing, but refuses. What wakes the loop finds that out. */
    @Test
    void aHostThatRefusesHasEnded() {
        CompletableFuture<Object> operand = new CompletableFuture<>();
        CompletableFuture<String> foreign = createTask(waiting(operand)).toFuture();
        CompletableFuture<String> asleep = createTask(waiting(sleep(Duration.ofDays(1)))).toFuture();
        host.runAll();
        host.refuse();
        operand.complete("value");
        assertCancelled(foreign);
        assertCancelled(asleep);
        assertThat(loop.isClosed()).isTrue();
        assertThat(reported).isEmpty();
    }

    /** What others wait for that is not done by then is refused, and what swallows its cancellation is told of. */
    @Test
    void whatDoesNotEndIsReportedAndRefused() {
        CompletableFuture<Void> never = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                return false;
            }
        };
        Task<Void> stubborn = createTask(coroutine(() -> {
            try {
                await(never);
            } finally {
                log.add("refused");
            }
            return Coroutine.done();
        }));
        CompletableFuture<Void> outside = stubborn.toFuture();
        CompletableFuture<?> deferred = new Deferred<>(loop).toFuture();
        host.runAll();
        host.end();
        assertRefused(outside);
        assertRefused(deferred);
        assertThat(log.entries()).containsExactly("refused");
        assertThat(reported).singleElement().satisfies(context -> {
            assertThat(context.message()).isEqualTo("Task was destroyed but it is pending!");
            assertThat(context.source()).isSameAs(stubborn);
        });
    }

    /** It yields for ever. */
    @Test
    void whatNeverEndsCleaningUpIsCutOff() {
        createTask(coroutine(() -> {
            while (!loop.isClosed()) {
                try {
                    await(yieldNow());
                } catch (CancellationException swallowed) {
                    log.add("swallowed");
                }
            }
            return Coroutine.done();
        }));
        host.runOne();
        host.end();
        assertThat(log.entries()).containsExactly("swallowed");
        assertThat(loop.isClosed()).isTrue();
    }

    private static CompletableFuture<Object> elsewhere(Supplier<Object> operand) {
        return Dispatcher.call(Runnable::run, () -> Programs.hot(operand));
    }

    @Test
    void methodsElsewhereThatAwaitSomethingOfTheLoopGoOn() throws Exception {
        Deferred<Object> deferred = new Deferred<>(loop);
        Task<String> task = createTask(waiting(sleep(Duration.ofDays(1))));
        CompletableFuture<Object> forDeferred = elsewhere(() -> deferred);
        CompletableFuture<Object> forTask = elsewhere(() -> task);
        CompletableFuture<Object> here = Programs.hot(() -> sleep(Duration.ofDays(1)));
        host.runAll();
        host.end();
        assertRefused(forDeferred);
        assertCancelled(forTask);
        assertCancelled(here);
    }

    @Test
    void nothingIsTakenAfterwards() {
        host.end();
        Coroutine<Void> unstarted = yieldNow();
        List<Runnable> uses = List.of(() -> loop.callSoon(() -> { }), () -> loop.callSoonThreadsafe(() -> { }), () -> loop.execute(() -> { }),
                () -> loop.createTask(unstarted), () -> runCoroutineThreadsafe(unstarted, loop));
        for (Runnable use : uses) {
            assertThatThrownBy(use::run).isInstanceOf(RejectedExecutionException.class).hasMessage("Event loop is closed");
        }
        loop.close();
    }

    @Test
    void itEndsOnce() {
        int[] cleanUps = {0};
        Task<Void> task = createTask(coroutine(() -> {
            try {
                await(sleep(Duration.ofDays(1)));
            } finally {
                cleanUps[0]++;
                host.end(); // again
            }
            return Coroutine.done();
        }));
        host.runAll();
        host.end();
        host.end();
        assertThat(task.isCancelled()).isTrue();
        assertThat(cleanUps[0]).isEqualTo(1);
    }

    /** The end is told in a step, and comes when that has ended. */
    @Test
    void aStepThatEndsTheHostEndsFirst() {
        Task<Void> task = createTask(coroutine(() -> {
            host.end();
            log.add("still running: " + loop.isRunning());
            await(sleep(Duration.ofDays(1)));
            log.add("not reached");
            return Coroutine.done();
        }));
        host.runOne();
        assertThat(log.entries()).containsExactly("still running: true");
        assertThat(task.isCancelled()).isTrue();
        assertThat(loop.isClosed()).isTrue();
    }

    /** The refusal meets another thread while a run is on, whose end it is. */
    @Test
    void aHostThatRefusesDuringARunEndsThere() throws Exception {
        Task<Void> task = createTask(coroutine(() -> {
            host.refuse();
            Thread other = new Thread(() -> loop.callSoonThreadsafe(log.adding("sent")));
            other.setUncaughtExceptionHandler((thread, failure) -> log.add(failure));
            other.start();
            other.join();
            await(sleep(Duration.ofDays(1)));
            return Coroutine.done();
        }));
        host.runUntil(task::isDone);
        assertThat(task.isCancelled()).isTrue();
        assertThat(log.entries()).containsExactly("sent");
        assertThat(reported).isEmpty();
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void aDialogThatIsOpenWhenTheHostEndsCanStillBeClosed() {
        AtomicBoolean closed = new AtomicBoolean();
        Task<Void> interrupted = createTask(coroutine(() -> {
            host.tellOfTheEnd();
            createTask(coroutine(() -> {
                await(yieldNow());
                closed.set(true);
                return Coroutine.done();
            }));
            host.runUntil(closed::get);
            await(sleep(Duration.ofDays(1)));
            return Coroutine.done();
        }));
        host.runUntil(interrupted::isDone);
        assertThat(interrupted.isCancelled()).isTrue();
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void theHostHasAFreshLoopAfterwards() {
        try (EventHost shortLived = new EventHost()) {
            EventLoop first = EventLoop.hosted(shortLived);
            shortLived.tellOfTheEnd();
            EventLoop second = EventLoop.hosted(shortLived);
            assertThat(second).isNotSameAs(first);
            assertThat(first.isClosed()).isTrue();
            assertThat(second.isClosed()).isFalse();
        }
    }

    @Test
    void aHostThatHasEndedBeforeHasALoopThatIsClosed() {
        try (EventHost over = new EventHost() {
            @Override
            public void onEnd(Runnable ended) {
                ended.run();
            }
        }) {
            assertThat(EventLoop.hosted(over).isClosed()).isTrue();
        }
    }

    private static ScheduledExecutorService executor() {
        return Executors.newSingleThreadScheduledExecutor();
    }

    @Test
    void anExecutorThatIsShutDownRefuses() throws Exception {
        ScheduledExecutorService executor = executor();
        CompletableFuture<Object> operand = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(2);
        EventLoop onExecutor = EventLoop.hosted(LoopHost.of(executor));
        CompletableFuture<String> foreign = runCoroutineThreadsafe(begun(begun, waiting(operand)), onExecutor);
        CompletableFuture<String> asleep = runCoroutineThreadsafe(begun(begun, waiting(sleep(Duration.ofDays(1)))), onExecutor);
        begun.await();
        executor.submit(() -> { }).get();
        executor.shutdown();
        assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        operand.complete("value");
        assertCancelled(foreign);
        assertCancelled(asleep);
    }

    @Async
    private static <T> Coroutine<T> begun(CountDownLatch latch, Coroutine<T> body) {
        latch.countDown();
        return Coroutine.of(await(body));
    }

    /** It drops what it has been given, a run of ours included, and tells nobody. */
    @Test
    void anExecutorThatIsStoppedLosesNobody() throws Exception {
        ScheduledExecutorService executor = executor();
        EventLoop onExecutor = EventLoop.hosted(LoopHost.of(executor));
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        executor.execute(() -> {
            entered.countDown();
            while (gate.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        entered.await();
        CompletableFuture<String> dropped = runCoroutineThreadsafe(waiting(sleep(Duration.ofDays(1))), onExecutor);
        executor.shutdownNow();
        gate.countDown();
        assertCancelled(dropped);
    }

    /** Nothing wakes the loop that would find out. */
    @Test
    void anExecutorThatIsStoppedWhileEverythingSleepsLosesNobody() throws Exception {
        ScheduledExecutorService executor = executor();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> asleep = runCoroutineThreadsafe(begun(begun, waiting(sleep(Duration.ofDays(1)))),
                EventLoop.hosted(LoopHost.of(executor)));
        begun.await();
        executor.submit(() -> { }).get();
        executor.shutdown();
        assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertCancelled(asleep);
    }

    @Test
    void anExecutorThatWasShutDownBeforeHasALoopThatRefuses() {
        ScheduledExecutorService executor = executor();
        executor.shutdownNow();
        EventLoop onExecutor = EventLoop.hosted(LoopHost.of(executor));
        assertThatThrownBy(() -> onExecutor.callSoonThreadsafe(() -> { })).isInstanceOf(RejectedExecutionException.class);
        assertThat(onExecutor.isClosed()).isTrue();
    }
}
