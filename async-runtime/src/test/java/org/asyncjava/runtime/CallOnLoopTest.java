package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;
import static org.asyncjava.runtime.Programs.outcomeOf;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code that one loop runs for another one, or for somebody without a loop. Both loops take turns on one thread, so that each order is tried exactly. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallOnLoopTest {
    private final EventLoop here = new EventLoop();
    private final EventLoop there = new EventLoop();
    private final List<FailureContext> reported = new ArrayList<>();
    private final Log log = new Log();

    CallOnLoopTest() {
        here.setExceptionHandler((loop, context) -> reported.add(context));
        there.setExceptionHandler((loop, context) -> reported.add(context));
    }

    @AfterEach
    void nothingElseIsReported() {
        alternate();
        here.close();
        there.close();
        assertThat(reported).isEmpty();
    }

    private static void turn(EventLoop loop) {
        if (!loop.isClosed()) {
            loop.callSoon(loop::stop);
            loop.runForever();
        }
    }

    /** Lets both do all that they can do without time. */
    private void alternate() {
        for (int i = 0; i < 20; i++) {
            turn(here);
            turn(there);
        }
    }

    /** How a task of this loop ends that awaits code on the other one. */
    private <T> Outcome<T> outcome(AsyncSupplier<T> code) {
        Task<Outcome<T>> task = here.createTask(outcomeOf(there.call(code)));
        alternate();
        return task.result();
    }

    @Test
    void theCodeRunsAsATaskOfThatLoopAndItsAwaiterGoesOnOnHisOwn() {
        here.createTask(coroutine(() -> {
            Task<?> own = currentTask().orElseThrow();
            Object result = await(there.call(() -> {
                log.add(currentLoop() == there);
                log.add(currentTask().orElseThrow().loop() == there);
                await(yieldNow());
                log.add(currentLoop() == there);
                return Coroutine.of("result");
            }));
            log.add(currentLoop() == here);
            log.add(currentTask().orElseThrow() == own);
            return log.ending(result);
        }));
        alternate();

        assertThat(log.entries()).containsExactly(true, true, true, true, true, "result");
    }

    @Test
    void nullAndCheckedFailuresComeAsTheyAre() {
        IOException failure = new IOException("x");

        assertThat(outcome(() -> Coroutine.of(null))).isEqualTo(new Outcome<>(null, null));
        assertThat(outcome(() -> {
            await(yieldNow());
            throw failure;
        }).failure()).isSameAs(failure);
        assertThat(outcome(() -> {
            throw failure;
        }).failure()).isSameAs(failure);
    }

    @Test
    void nothingBeginsBeforeTheAwait() {
        Coroutine<Object> call = there.call(() -> log.ending("code"));
        alternate();
        log.add("awaited");
        here.createTask(call);
        alternate();

        assertThat(log.entries()).containsExactly("awaited", "code");
    }

    @Test
    void aCallIsAwaitedOnce() {
        Coroutine<Object> call = there.call(() -> log.ending("code"));
        here.createTask(call);
        Task<Throwable> second = here.createTask(failureOf(call));
        alternate();

        assertThat(log.entries()).containsExactly("code");
        assertThat(second.result()).isInstanceOf(IllegalStateException.class).hasMessage("cannot reuse already awaited coroutine: <EventLoop.call()>");
    }

    @Test
    void theLoopsOwnTasksMayCallItToo() {
        Task<Object> task = here.createTask(coroutine(() -> {
            Task<?> own = currentTask().orElseThrow();
            return Coroutine.of(await(here.call(() -> Coroutine.of(currentTask().orElseThrow() != own))));
        }));
        alternate();

        assertThat(task.result()).isEqualTo(true);
    }

    @Test
    void aMethodOfALoopGoesOnOnThatLoop() {
        List<CompletableFuture<Object>> call = new ArrayList<>();
        here.callSoon(() -> call.add(whereItGoesOn()));
        alternate();

        assertThat(call.get(0).join()).isSameAs(here);
    }

    @Test
    void aMethodWithADispatcherGoesOnThere() {
        Queue<Runnable> work = new ArrayDeque<>();
        Executor executor = work::add;
        CompletableFuture<Object> call = Dispatcher.call(executor, this::whereItGoesOn);
        alternate();
        assertThat(call).isNotDone();
        work.remove().run();

        assertThat(call.join()).isEqualTo(Dispatcher.of(executor));
        assertThat(work).isEmpty();
    }

    @Test
    void aMethodWithoutADispatcherGoesOnOnNoThreadOfTheLoop() {
        Thread test = Thread.currentThread();
        CompletableFuture<Object> call = hot(() -> there.call(() -> Coroutine.of(1))).thenApply(v -> Thread.currentThread());
        CompletableFuture<Object> dispatcher = whereItGoesOn();
        alternate();

        assertThat(call.join()).isNotSameAs(test);
        assertThat(dispatcher.join()).isNull();
    }

    /** The dispatcher in force behind an await of the other loop. */
    @Async
    private CompletableFuture<Object> whereItGoesOn() {
        await(there.call(() -> {
            await(yieldNow());
            return Coroutine.done();
        }));
        return CompletableFuture.completedFuture(Dispatcher.current().orElse(null));
    }

    @Test
    void codeThatHasNotBegunIsGivenUpAtOnce() {
        Task<Throwable> task = here.createTask(failureOf(there.call(() -> log.ending("code"))));
        turn(here);
        task.cancel("no more");
        turn(here);

        assertThat(task.result()).isInstanceOf(CancellationException.class).hasMessage("no more");
        alternate();
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void theAwaitEndsWhenTheCancelledCodeHas() {
        Deferred<Void> cleanedUp = new Deferred<>(there);
        Task<Throwable> task = here.createTask(failureOf(there.call(() -> {
            try {
                await(sleep(Duration.ofDays(1)));
                return Coroutine.done();
            } catch (CancellationException request) {
                log.cancelled("code", request);
                throw request;
            } finally {
                await(cleanedUp);
                log.add("cleaned up");
            }
        })));
        alternate();
        task.cancel("no more");
        alternate();
        assertThat(log.entries()).containsExactly("code no more");
        assertThat(task.isDone()).isFalse();
        cleanedUp.complete(null);
        alternate();

        assertThat(log.entries()).containsExactly("code no more", "cleaned up");
        assertThat(task.result()).isInstanceOf(CancellationException.class).hasMessage("no more");
    }

    @Test
    void everyRequestReachesTheCode() {
        Task<?> task = here.createTask(there.call(() -> {
            log.cancelled("first", await(failureOf(sleep(Duration.ofDays(1)))));
            log.cancelled("second", await(failureOf(sleep(Duration.ofDays(1)))));
            return Coroutine.of("went on");
        }));
        alternate();
        task.cancel("a");
        alternate();
        task.cancel("b");
        alternate();

        assertThat(log.entries()).containsExactly("first a", "second b");
        assertThat(task.result()).isEqualTo("went on");
    }

    @Test
    void aRequestThatFindsTheCodeAtItsEndIsThrownAtTheAwait() {
        Deferred<Void> gate = new Deferred<>(there);
        Task<Throwable> task = here.createTask(failureOf(there.call(() -> {
            await(gate);
            log.add("ended");
            return Coroutine.of("value");
        })));
        alternate();
        gate.complete(null);
        turn(there);
        assertThat(log.entries()).containsExactly("ended");
        task.cancel("too late");
        alternate();

        assertThat(task.result()).isInstanceOf(CancellationException.class).hasMessage("too late");
    }

    @Test
    void aRequestThatFindsTheResultOnItsWayIsThrownAtTheAwait() {
        Task<Throwable> task = here.createTask(failureOf(there.call(() -> Coroutine.of("value"))));
        turn(here);
        for (int i = 0; i < 10; i++) {
            turn(there);
        }
        task.cancel("too late");
        alternate();

        assertThat(task.result()).isInstanceOf(CancellationException.class).hasMessage("too late");
    }

    @Test
    void aFailureIsThrownAlsoWhereARequestCameTooLate() {
        IllegalArgumentException failure = new IllegalArgumentException("x");
        Deferred<Void> gate = new Deferred<>(there);
        Task<Throwable> task = here.createTask(failureOf(there.call(() -> {
            await(gate);
            throw failure;
        })));
        alternate();
        gate.complete(null);
        turn(there);
        task.cancel("too late");
        alternate();

        assertThat(task.result()).isSameAs(failure);
    }

    @Test
    void aTimeLimitHereEndsTheCodeThere() {
        Object failure = VirtualTime.run(coroutine(() -> {
            EventLoop own = currentLoop();
            return Coroutine.of(await(failureOf(Coroutines.withTimeout(Duration.ofSeconds(1), t -> own.call(() -> {
                try {
                    await(sleep(Duration.ofDays(1)));
                    return Coroutine.done();
                } finally {
                    log.add("ended");
                }
            })))));
        }));

        assertThat(failure).isInstanceOf(AsyncTimeoutException.class);
        assertThat(log.entries()).containsExactly("ended");
    }

    @Test
    void aCancelledMethodAsksTheCodeOnce() {
        CompletableFuture<Object> call = hot(() -> there.call(() -> {
            log.cancelled("code", await(failureOf(sleep(Duration.ofDays(1)))));
            await(yieldNow());
            await(yieldNow());
            return log.ending("cleaned up");
        }));
        alternate();
        call.cancel(false);
        alternate();

        assertThat(call).isCancelled();
        assertThat(log.entries()).containsExactly("code null", "cleaned up");
    }

    @Test
    void codeThatIsCancelledOnItsOwnLoopCancelsItsAwaiter() {
        assertThat(outcome(() -> {
            currentTask().orElseThrow().cancel("there");
            await(yieldNow());
            return Coroutine.of("never");
        }).failure()).isInstanceOf(CancellationException.class).hasMessage("there");
    }

    @Test
    void aClosedLoopRefuses() {
        there.close();

        assertThat(outcome(() -> log.ending("never")).failure()).isInstanceOf(RejectedExecutionException.class).hasMessage("Event loop is closed");
        assertThatThrownBy(() -> hot(() -> there.call(() -> log.ending("never"))).join()).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void aLoopThatIsClosedBeforeItBeginsRefuses() {
        Task<Throwable> task = here.createTask(failureOf(there.call(() -> log.ending("never"))));
        CompletableFuture<Object> call = hot(() -> there.call(() -> log.ending("never")));
        turn(here);
        there.close();
        alternate();

        assertThat(task.result()).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(call::join).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void aLoopThatIsClosedMeanwhileRefusesAndTheCodeCleansUp() {
        Task<Throwable> task = here.createTask(failureOf(there.call(() -> {
            try {
                await(sleep(Duration.ofDays(1)));
                return Coroutine.done();
            } finally {
                log.add("cleaned up");
            }
        })));
        CompletableFuture<Object> call = hot(() -> there.call(() -> sleep(Duration.ofDays(1))));
        alternate();
        there.close();
        alternate();

        assertThat(task.result()).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(call::join).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(log.entries()).containsExactly("cleaned up");
        assertThat(reported).extracting(FailureContext::message).containsOnly("Task was destroyed but it is pending!").hasSize(2);
        reported.clear();
    }

    @Test
    void aResultThatIsOnItsWayWhenTheLoopIsClosedArrives() {
        Task<Outcome<Object>> task = here.createTask(outcomeOf(there.call(() -> log.ending("value"))));
        turn(here);
        while (log.entries().isEmpty()) {
            turn(there);
        }
        there.close();
        alternate();

        assertThat(task.result().value()).isEqualTo("value");
    }

    @Test
    void theCodeSeesACopyOfItsAwaitersContext() {
        ContextVar<String> variable = new ContextVar<>("variable");
        here.createTask(coroutine(() -> {
            variable.set("here");
            Coroutine<Object> call = there.call(() -> {
                log.add(variable.get());
                variable.set("there");
                return log.ending(variable.get());
            });
            variable.set("at the await");
            await(call);
            return log.ending(variable.get());
        }));
        alternate();

        assertThat(log.entries()).containsExactly("at the await", "there", "at the await");
    }

    @Test
    void theAwaitingMethodsStandInTheStackTrace() {
        Task<Throwable> task = here.createTask(failureOf(outer()));
        alternate();

        StackTraceElement[] trace = task.result().getStackTrace();
        assertThat(trace[0].getMethodName()).isEqualTo("fails");
        assertThat(Arrays.stream(trace).filter(frame -> "async".equals(frame.getClassLoaderName()))).extracting(StackTraceElement::getMethodName)
                .containsExactly("inner", "outer", "failureOf");
    }

    @Async
    private Coroutine<Object> outer() {
        await(inner());
        return Coroutine.of(null);
    }

    @Async
    private Coroutine<Object> inner() {
        await(there.call(this::fails));
        return Coroutine.of(null);
    }

    @Async
    private Coroutine<Object> fails() {
        await(yieldNow());
        throw new IllegalStateException("x");
    }

    @Test
    void callsThatCallBackAndForthNeedNoStack() {
        Task<Integer> task = here.createTask(backAndForth(20_000));
        while (!task.isDone()) {
            alternate();
        }

        assertThat(task.result()).isEqualTo(20_000);
    }

    @Test
    void neitherDoesTheirCancellation() {
        Task<Integer> task = here.createTask(backAndForth(20_000));
        for (int i = 0; i < 20_000; i++) {
            turn(here);
            turn(there);
        }
        task.cancel();
        while (!task.isDone()) {
            alternate();
        }

        assertThat(task.isCancelled()).isTrue();
    }

    @Async
    private Coroutine<Integer> backAndForth(int times) {
        if (times == 0) {
            await(yieldNow());
            return Coroutine.of(0);
        }
        EventLoop other = currentLoop() == here ? there : here;
        return Coroutine.of(1 + await(other.call(() -> backAndForth(times - 1))));
    }

    @Test
    void aWorkingLoopAnswersEveryTime() throws InterruptedException {
        EventLoop working = new EventLoop();
        Thread thread = new Thread(working::runForever);
        thread.start();
        int[] sum = new int[1];
        Supplier<Coroutine<Integer>> call = () -> working.call(() -> {
            await(yieldNow());
            return Coroutine.of(sum[0]++);
        });

        assertThat(Coroutines.run(Programs.repeat(20_000, call))).isEqualTo(20_000);
        working.callSoonThreadsafe(working::stop);
        thread.join();
        working.close();
        assertThat(sum[0]).isEqualTo(20_000);
    }
}
