package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.coroutine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private final EventLoop loop = new EventLoop();
    private final Log log = new Log();

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    @Test
    void runsNothingBeforeItIsRun() {
        loop.callSoon(log.adding("soon"));
        assertThat(log.entries()).isEmpty();
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void stopEndsItAfterTheTurn() {
        loop.callSoon(() -> {
            loop.stop();
            loop.callSoon(log.adding("next turn"));
        });
        loop.callSoon(log.adding("same turn"));
        loop.runForever();
        assertThat(log.entries()).containsExactly("same turn");
    }

    @Test
    void stoppedBeforeItRunsItRunsOneTurn() {
        loop.callSoon(() -> {
            log.add("first");
            loop.callSoon(log.adding("second"));
        });
        loop.stop();
        loop.runForever();
        assertThat(log.entries()).containsExactly("first");
        loop.stop();
        loop.runForever();
        assertThat(log.entries()).containsExactly("first", "second");
    }

    @Test
    void runUntilCompleteReturnsTheResultAndCanBeCalledAgain() {
        assertThat(loop.<Object>runUntilComplete(Coroutine.of(1))).isEqualTo(1);
        assertThat(loop.<Object>runUntilComplete(Coroutine.of(2))).isEqualTo(2);
    }

    @Test
    void stoppedBeforeTheEndItSaysSo() {
        loop.callSoon(loop::stop);
        Deferred<Void> never = new Deferred<>(loop);
        assertThatThrownBy(() -> loop.runUntilComplete(never)).isInstanceOf(IllegalStateException.class)
                .hasMessage("Event loop stopped before Future completed.");
    }

    @Test
    @DisplayName("HARD_CASES 74: a loop inside a loop")
    void refusesToRunInsideALoop() {
        EventLoop other = new EventLoop();
        loop.runUntilComplete(coroutine(() -> {
            assertThatThrownBy(other::runForever).hasMessage("Cannot run the event loop while another loop is running");
            assertThatThrownBy(loop::runForever).hasMessage("This event loop is already running");
            assertThatThrownBy(loop::close).hasMessage("Cannot close a running event loop");
            return Coroutine.of(null);
        }));
        other.close();
    }

    @Test
    void aClosedLoopTakesNoWork() {
        loop.close();
        loop.close();
        assertThat(loop.isClosed()).isTrue();
        assertThatThrownBy(() -> loop.callSoon(log.adding("x"))).isInstanceOf(RejectedExecutionException.class).hasMessage("Event loop is closed");
        assertThatThrownBy(() -> loop.execute(log.adding("x"))).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.callSoonThreadsafe(log.adding("x"))).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.callLater(Duration.ZERO, log.adding("x"))).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.createTask(Coroutine.of(1))).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(loop::runForever).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aFailingCallbackIsReportedAndTheLoopGoesOn() {
        List<FailureContext> reported = new ArrayList<>();
        loop.setExceptionHandler((where, context) -> {
            assertThat(where).isSameAs(loop);
            reported.add(context);
        });
        Error failure = new StackOverflowError();
        Handle failing = loop.callSoon(() -> {
            throw failure;
        });
        loop.callSoon(log.adding("next"));
        loop.callSoon(loop::stop);
        loop.runForever();
        assertThat(log.entries()).containsExactly("next");
        assertThat(reported).containsExactly(new FailureContext("Exception in callback", failure, failing));
    }

    @Test
    void aFailingExceptionHandlerDoesNotStopTheLoop() {
        loop.setExceptionHandler((where, context) -> {
            log.add(context.message());
            throw new IllegalStateException("broken handler");
        });
        Handle failing = loop.callSoon(() -> {
            throw new IllegalStateException("broken callback");
        });
        loop.callSoon(loop::stop);
        try (CapturedLog logged = new CapturedLog()) {
            loop.runForever();
            assertThat(logged.messages()).containsExactly(
                    "Exception in callback: " + failing + " | java.lang.IllegalStateException: broken callback",
                    "Unhandled error in exception handler | java.lang.IllegalStateException: broken handler");
        }
        assertThat(log.entries()).containsExactly("Exception in callback");
    }

    @Test
    void whatWasSentIsTakenBackByAnyThread() throws Exception {
        Handle handle = loop.callSoonThreadsafe(log.adding("taken back"));
        loop.callSoonThreadsafe(log.adding("stays"));
        Thread thread = new Thread(handle::cancel);
        thread.start();
        thread.join();
        loop.callSoonThreadsafe(loop::stop);
        loop.runForever();
        assertThat(log.entries()).containsExactly("stays");
        assertThat(handle.isCancelled()).isTrue();
    }

    @Test
    void whatWasSentRunsWhenTheLoopIsClosed() {
        Handle handle = loop.callSoonThreadsafe(log.adding("sent"));
        loop.close();
        assertThat(log.entries()).containsExactly("sent");
        assertThat(handle.isCancelled()).isFalse();
    }

    @Test
    void whatWasSetCanBeAskedFor() {
        assertThat(loop.slowCallbackDuration()).isEqualTo(Duration.ofMillis(100));
        loop.setSlowCallbackDuration(Duration.ofSeconds(2));
        assertThat(loop.slowCallbackDuration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(loop.exceptionHandler()).isEmpty();
        BiConsumer<EventLoop, FailureContext> handler = (where, context) -> { };
        loop.setExceptionHandler(handler);
        assertThat(loop.exceptionHandler()).containsSame(handler);
        loop.setExceptionHandler(null);
        assertThat(loop.exceptionHandler()).isEmpty();
        ExecutorService pool = Executors.newCachedThreadPool();
        loop.setDefaultExecutor(pool);
        assertThat(loop.defaultExecutor()).isSameAs(pool);
    }

    @Test
    @DisplayName("HARD_CASES 73: work from another thread wakes a sleeping loop")
    void callSoonThreadsafeWakesIt() throws Exception {
        Thread runner = new Thread(loop::runForever);
        runner.start();
        awaitParked(runner);
        loop.callSoonThreadsafe(log.adding("first"));
        loop.callSoonThreadsafe(log.adding("second"));
        loop.callSoonThreadsafe(loop::stop);
        runner.join();
        assertThat(log.entries()).containsExactly("first", "second");
    }

    private static void awaitParked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void keepsTheOrderOfEachOfManyThreads() throws Exception {
        int threads = 4;
        int each = 10_000;
        List<List<Integer>> seen = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(threads * each);
        List<Thread> senders = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            List<Integer> mine = new ArrayList<>();
            seen.add(mine);
            senders.add(new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    int number = i;
                    loop.callSoonThreadsafe(() -> {
                        mine.add(number);
                        all.countDown();
                    });
                }
            }));
        }
        Thread runner = new Thread(loop::runForever);
        runner.start();
        senders.forEach(Thread::start);
        all.await();
        loop.callSoonThreadsafe(loop::stop);
        runner.join();
        assertThat(seen).allSatisfy(numbers -> assertThat(numbers).hasSize(each).isSorted());
    }

    @Test
    void aTimerOnTheSystemClockFiresNotBeforeItsTime() {
        long before = loop.time();
        TimerHandle handle = loop.callLater(Duration.ofMillis(20), loop::stop);
        loop.runForever();
        assertThat(loop.time() - handle.when()).isNotNegative();
        assertThat(handle.when() - before).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void aCancelledTimerDoesNotFireAndDoesNotHoldTheLoopUp() {
        TimerHandle handle = loop.callLater(Duration.ofDays(1), log.adding("never"));
        handle.cancel();
        handle.cancel();
        assertThat(handle.isCancelled()).isTrue();
        loop.callLater(Duration.ofMillis(1), loop::stop);
        loop.runForever();
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void isTheDispatcherAndTheExecutorOfWhatRunsOnIt() {
        AtomicReference<Dispatcher> seen = new AtomicReference<>();
        loop.execute(() -> seen.set(Dispatcher.current().orElseThrow()));
        loop.execute(loop::stop);
        loop.runForever();
        assertThat(seen.get()).isSameAs(loop);
        assertThat(Dispatcher.current()).isEmpty();
    }

    @Test
    void anInterruptCancelsWhatItRunsUntilAndIsGivenBack() {
        Thread.currentThread().interrupt();
        Deferred<Void> never = new Deferred<>(loop);
        assertThatThrownBy(() -> loop.runUntilComplete(never)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesAFutureOfAnotherLoop() {
        EventLoop other = new EventLoop();
        Deferred<Void> foreign = new Deferred<>(other);
        assertThatThrownBy(() -> loop.runUntilComplete(foreign)).isInstanceOf(IllegalStateException.class)
                .hasMessage("The future belongs to a different loop: <Deferred pending>"
                        + "; await it there, by loop.call(...), or await its toFuture()");
        other.close();
    }

    @Test
    void closingReportsTasksThatHaveNotEnded() {
        List<FailureContext> reported = new ArrayList<>();
        loop.setExceptionHandler((where, context) -> reported.add(context));
        Task<?> task = loop.createTask(new Deferred<>(loop));
        loop.callSoon(loop::stop);
        loop.runForever();
        loop.close();
        assertThat(reported).containsExactly(new FailureContext("Task was destroyed but it is pending!", null, task));
    }

    @Test
    void tasksAreNumberedInTheOrderOfCreation() {
        assertThat(loop.createTask(Coroutine.of(1)).name()).isEqualTo("Task-1");
        assertThat(loop.createTask(Coroutine.of(1), "fetcher").name()).isEqualTo("fetcher");
        Task<?> third = loop.createTask(Coroutine.of(1));
        assertThat(third.name()).isEqualTo("Task-3");
        third.setName("renamed");
        assertThat(third.name()).isEqualTo("renamed");
        loop.callSoon(loop::stop);
        loop.runForever();
    }

    @Test
    void delaysThatAreOverRunInTheOrderOfTheirTimes() {
        try (EventLoop virtual = TestLoop.withVirtualTime()) {
            virtual.callLater(Duration.ZERO, log.adding("now"));
            virtual.callLater(Duration.ofMillis(-5), log.adding("5 ago"));
            virtual.callLater(Duration.ofMillis(-10), log.adding("10 ago"));
            virtual.callLater(Duration.ofSeconds(Long.MIN_VALUE), log.adding("long ago"));
            virtual.callLater(Duration.ofMillis(1), virtual::stop);
            virtual.runForever();
        }
        assertThat(log.entries()).containsExactly("long ago", "10 ago", "5 ago", "now");
    }

    @Test
    void aHandleTellsThatItWasCancelledWhateverHasBecomeOfIt() {
        try (EventLoop virtual = TestLoop.withVirtualTime()) {
            List<Handle> handles = new ArrayList<>();
            handles.add(virtual.callSoon(() -> handles.get(0).cancel()));
            handles.add(virtual.callLater(Duration.ofMillis(1), () -> handles.get(1).cancel()));
            handles.add(virtual.callLater(Duration.ofMillis(1), log.adding("fired")));
            virtual.callLater(Duration.ofMillis(2), virtual::stop);
            virtual.runForever();
            handles.get(2).cancel();
            assertThat(handles).allMatch(Handle::isCancelled);
        }
        assertThat(log.entries()).containsExactly("fired");
    }

    /** Runs one callback in debug mode, with a limit before and one that the callback sets. */
    private List<String> warningsWith(Duration before, Duration within) {
        try (CapturedLog captured = new CapturedLog(); EventLoop watched = new EventLoop()) {
            watched.setDebug(true);
            watched.setSlowCallbackDuration(before);
            watched.callSoon(() -> {
                watched.setSlowCallbackDuration(within);
                watched.stop();
            });
            watched.runForever();
            return captured.messages();
        }
    }

    @Test
    void aLimitForSlowCallbacksCountsForTheOneThatSetsIt() {
        assertThat(warningsWith(Duration.ZERO, Duration.ofDays(1))).isEmpty();
        assertThat(warningsWith(Duration.ofDays(1), Duration.ZERO)).singleElement().asString().startsWith("Executing <Handle ");
    }
}
