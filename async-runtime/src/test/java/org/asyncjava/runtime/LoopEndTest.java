package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a loop has accepted is run, refused or passed on when it ends; nobody outside waits for what a closed loop holds. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopEndTest {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final EventLoop loop = new EventLoop();
    private final List<FailureContext> reported = new ArrayList<>();
    private final Log log = new Log();

    LoopEndTest() {
        loop.setExceptionHandler((where, context) -> reported.add(context));
    }

    @AfterEach
    void end() {
        loop.close();
        pool.shutdown();
    }

    private static CompletableFuture<Object> awaitingHot(Object operand) {
        return hot(() -> operand);
    }

    private CompletableFuture<Object> onPool(Object operand) {
        return Dispatcher.call(pool, () -> awaitingHot(operand));
    }

    /** Has the loop run something that starts something. */
    private <T> T onLoop(Supplier<T> start) {
        List<T> started = new ArrayList<>();
        loop.callSoon(() -> {
            started.add(start.get());
            loop.callSoon(() -> loop.callSoon(loop::stop)); // tasks have begun by then
        });
        loop.runForever();
        return started.get(0);
    }

    private static void assertRefused(CompletableFuture<?> future) {
        assertThatThrownBy(() -> future.get(50, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                .cause().isInstanceOf(RejectedExecutionException.class).hasMessage("Event loop is closed");
    }

    private static Object outcome(CompletableFuture<?> future) throws Exception {
        return future.get(50, TimeUnit.SECONDS);
    }

    @Test
    void aLockThatALeftoverReleasesGoesToTheWaiterOnAPool() throws Exception {
        AsyncLock lock = new AsyncLock();
        List<CompletableFuture<Object>> waiting = new ArrayList<>();
        run(coroutine(() -> {
            lock.tryAcquire();
            HotScript.call((number, received) -> {
                if (number == 0) {
                    return HotScript.await(sleep(Duration.ofDays(1)));
                }
                try {
                    return received.get();
                } finally {
                    lock.release();
                }
            });
            waiting.add(onPool(lock.acquire()));
            await(yieldNow());
            return Coroutine.of(null);
        }));
        outcome(waiting.get(0));
        assertThat(lock.isLocked()).isTrue();
        lock.release();
        assertThat(lock.tryAcquire()).isTrue();
    }

    @Test
    void aMethodWhoseOperandCompletesJustBeforeTheCloseEnds() throws Exception {
        CompletableFuture<Object> gate = new CompletableFuture<>();
        CompletableFuture<Object> call = onLoop(() -> awaitingHot(gate));
        gate.complete("value");
        loop.close();
        assertThat(outcome(call)).isEqualTo("value");
    }

    @Test
    void aMethodWhoseOperandCompletesAfterTheCloseIsRefused() {
        CompletableFuture<Object> gate = new CompletableFuture<>();
        CompletableFuture<Object> call = onLoop(() -> awaitingHot(gate));
        loop.close();
        assertThat(call).isNotDone();
        gate.complete("value");
        assertRefused(call);
    }

    @Test
    void methodsOfTheLoopThatWaitForSomethingOfOursAreRefused() {
        AsyncLock lock = new AsyncLock();
        lock.tryAcquire();
        List<Supplier<Object>> operands = List.of(() -> new Deferred<>(loop), () -> loop.createTask(sleep(Duration.ofDays(1))),
                () -> sleep(Duration.ofDays(1)), Coroutines::yieldNow, lock::acquire, () -> new AsyncEvent().whenSet(), () -> new AsyncQueue<>().take(),
                () -> coroutine(() -> {
                    await(sleep(Duration.ofDays(1)));
                    return Coroutine.of(null);
                }), () -> awaitingHot(new Deferred<>(loop)),
                () -> Coroutines.gather(sleep(Duration.ofDays(1))), () -> new Deferred<>(loop).toFuture());
        List<CompletableFuture<Object>> calls = new ArrayList<>();
        loop.callSoon(() -> {
            loop.stop();
            operands.forEach(operand -> calls.add(awaitingHot(operand.get())));
        });
        loop.runForever();
        assertThat(calls).noneMatch(CompletableFuture::isDone);
        loop.close();
        calls.remove(3).join(); // that of yieldNow was ready to go on
        calls.forEach(LoopEndTest::assertRefused);
        lock.release();
        assertThat(lock.tryAcquire()).isTrue();
    }

    @Test
    void aMethodThatYieldsForEverIsRefused() {
        CompletableFuture<Object> call = onLoop(() -> HotScript.call((number, received) -> {
            if (number > 0) {
                received.get();
            }
            return HotScript.await(yieldNow());
        }));
        loop.close();
        assertRefused(call);
    }

    @Test
    void methodsElsewhereThatWaitForSomethingOfTheLoopAreRefusedOnTheirDispatcher() {
        List<CompletableFuture<Object>> calls = onLoop(() -> List.of(onPool(new Deferred<>(loop)), onPool(loop.createTask(sleep(Duration.ofDays(1)))),
                onPool(Coroutines.gather(sleep(Duration.ofDays(1)))), onPool(coroutine(() -> Coroutine.of(await(new Deferred<>(loop)))))));
        loop.close();
        calls.forEach(LoopEndTest::assertRefused);
    }

    @Test
    void aMethodElsewhereSleepsOn() throws Exception {
        CompletableFuture<Object> call = onLoop(() -> onPool(sleep(Duration.ofMillis(1), "slept")));
        loop.close();
        assertThat(outcome(call)).isEqualTo("slept");
    }

    @Test
    void aMethodElsewhereThatGoesOnOnTheClosingThreadSleeps() throws Exception {
        AsyncLock lock = new AsyncLock();
        lock.tryAcquire();
        CompletableFuture<Object> call = HotScript.call((number, received) -> switch (number) {
            case 0 -> HotScript.await(lock.acquire());
            case 1 -> HotScript.await(sleep(Duration.ofMillis(1), "slept"));
            default -> received.get();
        });
        loop.execute(lock::release);
        loop.close();
        assertThat(outcome(call)).isEqualTo("slept");
    }

    @Test
    void aSleepInVirtualTimeIsRefused() {
        EventLoop virtual = TestLoop.withVirtualTime();
        List<CompletableFuture<Object>> call = new ArrayList<>();
        virtual.callSoon(() -> {
            call.add(onPool(sleep(Duration.ofDays(1))));
            virtual.stop();
        });
        virtual.runForever();
        virtual.close();
        assertRefused(call.get(0));
    }

    @Test
    void aCoroutineThatAnotherThreadHasHandedOverIsRefused() {
        CompletableFuture<String> early = runCoroutineThreadsafe(Coroutine.of("early"), loop);
        loop.close();
        assertRefused(early);
        assertThat(reported).isEmpty();
        assertThatThrownBy(() -> runCoroutineThreadsafe(Coroutine.of("late"), loop)).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aCoroutineThatAnotherThreadHasHandedOverAndThatRunsIsRefused() {
        CompletableFuture<Void> running = runCoroutineThreadsafe(sleep(Duration.ofDays(1)), loop);
        loop.callSoonThreadsafe(() -> loop.callSoon(loop::stop));
        loop.runForever();
        loop.close();
        assertRefused(running);
    }

    @Test
    void futuresOfTasksEndWithTheLoop() throws Exception {
        Task<Void> pending = onLoop(() -> loop.createTask(sleep(Duration.ofDays(1))));
        CompletableFuture<Void> before = pending.toFuture();
        Task<String> done = loop.createTask(Coroutine.of("done"));
        CompletableFuture<String> ofDone = done.toFuture();
        loop.runUntilComplete(done);
        loop.close();
        assertRefused(before);
        assertRefused(pending.toFuture());
        assertThat(outcome(ofDone)).isEqualTo("done");
        assertThat(outcome(done.toFuture())).isEqualTo("done");
    }

    @Test
    void theFutureOfATaskThatEndsInTheLastTurnEnds() throws Exception {
        List<CompletableFuture<?>> views = new ArrayList<>();
        run(coroutine(() -> {
            Task<String> other = createTask(Coroutine.of("other"));
            views.add(other.toFuture());
            views.add(currentTask().orElseThrow().toFuture());
            await(yieldNow());
            return Coroutine.of("main");
        }));
        assertThat(outcome(views.get(0))).isEqualTo("other");
        assertThat(outcome(views.get(1))).isEqualTo("main");
    }

    @Test
    void whatOtherThreadsHaveSentIsRun() throws Exception {
        CompletableFuture<String> supplied = CompletableFuture.supplyAsync(() -> "supplied", loop);
        loop.callSoonThreadsafe(log.adding("called"));
        loop.close();
        assertThat(outcome(supplied)).isEqualTo("supplied");
        assertThat(log.entries()).containsExactly("called");
        assertThat(reported).isEmpty();
    }

    @Test
    void whatIsSentWhileTheLoopIsBeingClosedIsRefused() {
        loop.execute(() -> {
            assertThat(loop.isClosed()).isTrue();
            assertThatThrownBy(() -> loop.execute(log.adding("late"))).isInstanceOf(RejectedExecutionException.class);
            assertThatThrownBy(() -> loop.callSoon(log.adding("late"))).isInstanceOf(RejectedExecutionException.class);
            assertThatThrownBy(() -> loop.createTask(Coroutine.done())).isInstanceOf(RejectedExecutionException.class);
            assertThatThrownBy(() -> loop.createTask(Coroutine.done(), TaskOptions.DEFAULT.startingAtOnce()))
                    .isInstanceOf(RejectedExecutionException.class);
            assertThatThrownBy(loop::close).isInstanceOf(IllegalStateException.class);
            log.add("ran");
        });
        loop.close();
        assertThat(log.entries()).containsExactly("ran");
        assertThat(reported).isEmpty();
    }

    @Test
    void callbacksWithAHandleAreCancelled() {
        Handle soon = loop.callSoon(log.adding("soon"));
        TimerHandle later = loop.callLater(Duration.ofDays(1), log.adding("later"));
        loop.close();
        assertThat(soon.isCancelled()).isTrue();
        assertThat(later.isCancelled()).isTrue();
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void runRunsWhatItsMainHasLeftReady() {
        run(coroutine(() -> {
            currentTask().orElseThrow().loop().callSoon(log.adding("soon"));
            return Coroutine.of("end");
        }));
        assertThat(log.entries()).containsExactly("soon");
    }

    @Test
    void aLockPassesOverTheTasksOfAClosedLoop() throws Exception {
        AsyncLock lock = new AsyncLock();
        lock.tryAcquire();
        onLoop(() -> loop.createTask(coroutine(() -> Coroutine.of(await(lock.acquire())))));
        CompletableFuture<Object> other = awaitingHot(lock.acquire());
        loop.close();
        lock.release();
        outcome(other);
    }

    @Test
    void aLockThatWasOnItsWayToATaskOfAClosedLoopGoesToTheNext() throws Exception {
        AsyncLock lock = new AsyncLock();
        lock.tryAcquire();
        onLoop(() -> loop.createTask(coroutine(() -> Coroutine.of(await(lock.acquire())))));
        CompletableFuture<Object> other = awaitingHot(lock.acquire());
        lock.release();
        assertThat(other).isNotDone();
        loop.close();
        outcome(other);
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void aConditionsLockThatWasOnItsWayToATaskOfAClosedLoopGoesToTheNext() throws Exception {
        AsyncCondition condition = new AsyncCondition();
        onLoop(() -> loop.createTask(coroutine(() -> Coroutine.of(await(condition.lock().with(condition::whenSignalled))))));
        assertThat(condition.lock().tryAcquire()).isTrue();
        condition.signalAll();
        loop.callSoon(() -> loop.callSoon(loop::stop));
        loop.runForever(); // it waits for the lock again
        CompletableFuture<Object> other = awaitingHot(condition.lock().acquire());
        condition.lock().release();
        loop.close();
        outcome(other);
    }

    @Test
    void aMethodThatAwaitsAMethodElsewhereIsCancelledWithItsLoop() {
        List<CompletableFuture<Object>> calls = new ArrayList<>();
        run(coroutine(() -> {
            CompletableFuture<Object> elsewhere = onPool(new CompletableFuture<>());
            calls.add(elsewhere);
            calls.add(HotScript.call((number, received) -> {
                if (number == 0) {
                    return HotScript.await(elsewhere);
                }
                try {
                    return received.get();
                } catch (CancellationException cancelled) {
                    return log.ending("cancelled");
                }
            }));
            calls.add(awaitingHot(calls.get(1)));
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).hasSize(1);
        assertThat(calls).allMatch(CompletableFuture::isDone);
    }

    @Test
    void aMethodThatAwaitsOneWhichHasEndedWithAMethodElsewhereIsCancelledWithItsLoop() {
        List<CompletableFuture<Object>> calls = new ArrayList<>();
        run(coroutine(() -> {
            CompletableFuture<Object> elsewhere = onPool(new CompletableFuture<>());
            CompletableFuture<Object> following = HotScript.call((number, received) -> number == 0 ? HotScript.await(yieldNow())
                    : HotScript.tail(elsewhere));
            calls.add(awaitingHot(following));
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(calls.get(0)).isCancelled();
    }

    @Test
    void aFailureThatIsGarbageBeforeTheCloseIsReportedOnce() {
        new Deferred<>(loop).fail(new IllegalStateException("unseen"));
        loop.unretrieved.takeAll().get(0).run(); // as when its future has been collected
        assertThat(reported).isEmpty();
        loop.close();
        assertThat(reported).extracting(context -> context.exception().getMessage()).containsExactly("unseen");
    }

    @Test
    void aLoopIsClosedWithinAnother() throws Exception {
        CompletableFuture<EventLoop> current = new CompletableFuture<>();
        loop.execute(() -> current.complete((EventLoop) Dispatcher.current().orElseThrow()));
        run(coroutine(() -> {
            Dispatcher outer = Dispatcher.current().orElseThrow();
            loop.close();
            assertThat(Dispatcher.current().orElseThrow()).isSameAs(outer);
            assertThat(currentTask()).isPresent();
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(outcome(current)).isSameAs(loop);
    }

    @Test
    void anExecutorThatCannotBeShutDownKeepsNothingFromEnding() throws Exception {
        ExecutorService broken = new AbstractExecutorService() {
            @Override
            public void shutdown() {
                throw new UnsupportedOperationException("no shutdown");
            }

            @Override
            public List<Runnable> shutdownNow() {
                throw new UnsupportedOperationException("no shutdown");
            }

            @Override
            public boolean isShutdown() {
                return false;
            }

            @Override
            public boolean isTerminated() {
                return false;
            }

            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) {
                return false;
            }

            @Override
            public void execute(Runnable command) {
                command.run();
            }
        };
        Object answer = run(coroutine(() -> {
            currentTask().orElseThrow().loop().setDefaultExecutor(broken);
            return Coroutine.of(await(currentTask().orElseThrow().loop().runInExecutor(() -> "answer")));
        }));
        assertThat(answer).isEqualTo("answer");
    }

    @Test
    void aCallThatFailsOnAnotherThreadAfterTheCloseIsReported() {
        List<Runnable> kept = new ArrayList<>();
        loop.runInExecutor(kept::add, () -> {
            throw new IllegalStateException("late");
        });
        loop.close();
        kept.get(0).run();
        assertThat(reported).extracting(context -> context.exception().getMessage()).containsExactly("late");
    }

    @Test
    void aTaskThatHasNotEndedIsReportedAndItsFinallyRuns() throws Exception {
        AsyncLock lock = new AsyncLock();
        Task<Object> task = onLoop(() -> loop.createTask(coroutine(() -> {
            await(lock.acquire());
            Throwable failure = await(failureOf(new CompletableFuture<>()));
            log.add(failure.getMessage());
            assertThat(currentTask().orElseThrow().name()).isEqualTo("Task-1");
            lock.release();
            throw Sneaky.rethrow(failure);
        })));
        CompletableFuture<Object> next = awaitingHot(lock.acquire());
        loop.close();
        outcome(next);
        assertThat(log.entries()).containsExactly("Event loop is closed");
        assertThat(reported).containsExactly(new FailureContext("Task was destroyed but it is pending!", null, task));
        assertThat(task.exception()).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void whatATaskAwaitsAfterItsLoopHasRefusedItIsLeft() {
        CompletableFuture<Object> late = new CompletableFuture<>();
        onLoop(() -> loop.createTask(coroutine(() -> {
            await(failureOf(new Deferred<>(loop)));
            log.add("refused");
            await(late);
            return log.ending("never");
        })));
        loop.close();
        late.complete("late");
        assertThat(log.entries()).containsExactly("refused");
        assertThat(reported).hasSize(1);
    }

    @Test
    void tasksThatAwaitEachOtherAreRefusedOnce() {
        onLoop(() -> {
            Task<Object> inner = loop.createTask(coroutine(() -> {
                await(failureOf(new Deferred<>(loop)));
                return log.ending("inner");
            }));
            loop.createTask(coroutine(() -> {
                await(failureOf(Coroutines.gather(inner)));
                return log.ending("gathering");
            }));
            return loop.createTask(coroutine(() -> {
                await(failureOf(inner));
                return log.ending("outer");
            }));
        });
        loop.close();
        assertThat(log.entries()).containsExactly("inner", "gathering", "outer");
        assertThat(reported).extracting(FailureContext::message).containsOnly("Task was destroyed but it is pending!").hasSize(3);
    }

    @Test
    void tasksThatHaveNotBegunAreReportedAndNotRun() {
        Task<Object> task = loop.createTask(coroutine(() -> log.ending("ran")));
        loop.close();
        assertThat(log.entries()).isEmpty();
        assertThat(reported).containsExactly(new FailureContext("Task was destroyed but it is pending!", null, task));
    }
}
