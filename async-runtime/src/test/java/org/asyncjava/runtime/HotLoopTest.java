package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.junit.jupiter.api.Test;

/** Methods that return a future among coroutines, tasks and loops. */
class HotLoopTest {
    private final List<Object> log = new ArrayList<>();

    @Test
    void aCoroutineRunsInlineAsPartOfTheMethod() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        Coroutine<Object> coroutine = Steps.named("inner").then(value -> leaf).then(value -> Steps.result("inner " + value));
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(coroutine) : received.get());

        leaf.complete("value");

        assertThat(result).isCompletedWithValue("inner value");
    }

    @Test
    void aCoroutineThatSuspendsAgainAndAgain() {
        List<CompletableFuture<Object>> leaves = List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
        Coroutine<Object> coroutine = Steps.named("inner").then(value -> leaves.get(0)).then(value -> leaves.get(1)).then(value -> leaves.get(2))
                .then(Steps::result);
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(coroutine) : received.get());

        leaves.forEach(leaf -> leaf.complete("value"));

        assertThat(result).isCompletedWithValue("value");
    }

    @Test
    void aFailureOfTheCoroutineIsThrownAtTheAwait() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        IllegalStateException failure = new IllegalStateException();
        Coroutine<Object> coroutine = Steps.named("inner").then(value -> leaf).then(value -> {
            throw failure;
        });
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(coroutine) : received.get());

        leaf.complete(null);

        assertThatThrownBy(result::join).hasCause(failure);
    }

    @Test
    void aRequestReachesTheInnermostAwaitAndGoesThroughAllFrames() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        Coroutine<Object> inner = Steps.named("inner").then(value -> leaf).handle((value, failure) -> noting("inner", failure));
        Coroutine<Object> middle = Steps.named("middle").then(value -> inner).handle((value, failure) -> noting("middle", failure));
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(middle) : received.get());

        result.cancel(false);

        assertThat(leaf).isCancelled();
        assertThat(log).containsExactly("inner CancellationException", "middle CancellationException");
    }

    @Test
    void aCoroutineThatSwallowsTheRequestGoesOnAndTheMethodIsNotToldAgain() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        Coroutine<Object> coroutine = Steps.named("inner").then(value -> leaf).handle((value, failure) -> second).then(Steps::result);
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(coroutine) : log.add(received.get()));

        result.cancel(false);
        second.complete("swallowed");

        assertThat(log).containsExactly("swallowed");
    }

    @Test
    void withoutALoopItGoesOnAfterASleepOnAThreadThatTimesNothing() throws Exception {
        CompletableFuture<Object> result = HotScript.call((number, received) ->
                number == 0 ? HotScript.await(Coroutines.sleep(Duration.ofMillis(1))) : Thread.currentThread().getName());

        assertThat(result.get()).isNotEqualTo("async-java-timer");
    }

    @Test
    void cancellingEndsASleepAtOnce() {
        CompletableFuture<Object> result = HotScript.call(noting(Coroutines.sleep(Duration.ofDays(1))));

        result.cancel(false);

        assertThat(log).containsExactly("CancellationException");
    }

    @Test
    void aForeignAwaitableIsAwaitedAndCancelled() {
        Signal signal = new Signal();
        CompletableFuture<Object> result = HotScript.call(noting(signal));
        Signal cancelled = new Signal();
        CompletableFuture<Object> ended = HotScript.call(noting(cancelled));

        signal.fire();
        ended.cancel(false);

        assertThat(result).isDone();
        assertThat(log).containsExactly("fired", "CancellationException");
    }

    @Test
    void aTaskIsAwaitedAndGetsExactlyOneRequest() {
        Coroutines.run(Steps.named("main").then(value -> {
            Task<Object> task = Coroutines.createTask(Steps.named("sleeper").then(none -> Coroutines.sleep(Duration.ofDays(1))));
            CompletableFuture<Object> result = HotScript.call(noting(task));
            result.cancel(false);
            result.cancel(false);
            HotSteps.settledOutside((HotCall) result, false);    // what the suspending thread does if it sees the request too
            log.add(task.cancelling());
            return task;
        }).handle((value, failure) -> Steps.result(log.add("task " + failure.getClass().getSimpleName()))));

        assertThat(log).containsExactlyInAnyOrder(1, "CancellationException", "task CancellationException");
    }

    @Test
    void aTaskIsAskedOnItsLoopsThreadWhoeverCancels() {
        Coroutines.run(Steps.named("main").then(value -> {
            Thread loopThread = Thread.currentThread();
            Task<Object> task = Coroutines.createTask(Steps.named("sleeper").then(none -> Coroutines.sleep(Duration.ofDays(1)))
                    .handle((none, failure) -> Steps.result(log.add(Thread.currentThread() == loopThread))));
            CompletableFuture<Object> result = HotScript.call(noting(task));
            new Thread(() -> result.cancel(false)).start();
            return task;
        }));

        assertThat(log).containsExactlyInAnyOrder(true, "CancellationException");
    }

    @Test
    void aDeferredWakesMethodsAndTasksInTheOrderInWhichTheyCame() { // HARD_CASES 72
        Coroutines.run(Steps.named("main").then(value -> {
            Deferred<Object> deferred = new Deferred<>();
            Task<Object> first = Coroutines.createTask(Steps.named("first").then(none -> deferred).then(got -> Steps.result(log.add("task"))));
            return Steps.named("rest").then(none -> Coroutines.yieldNow()).then(none -> {
                HotScript.call((number, received) -> number == 0 ? HotScript.await(deferred) : log.add("method"));
                deferred.complete("value");
                log.add("completed");
                return first;
            });
        }));

        assertThat(log).containsExactly("completed", "task", "method");
    }

    @Test
    void runCancelsMethodsThatAreSuspendedOnItsLoop() {
        List<CompletableFuture<Object>> results = new ArrayList<>();
        Coroutines.run(Steps.named("main").then(value -> {
            results.add(HotScript.call((number, received) -> switch (number) {
                case 0 -> HotScript.await(new CompletableFuture<>());
                case 1 -> HotScript.await(Coroutines.sleep(Duration.ofMillis(1)));
                default -> log.add("cleaned up");
            }));
            return Steps.result(null);
        }));

        assertThat(results.get(0)).isCancelled();
        assertThat(log).containsExactly("cleaned up");
    }

    @Test
    void methodsThatHaveEndedAreForgottenByTheLoop() {
        Coroutines.run(Steps.named("main").then(value -> {
            CompletableFuture<Object> gate = new CompletableFuture<>();
            CompletableFuture<Object> followed = new CompletableFuture<>();
            HotScript.call((number, received) -> number == 0 ? HotScript.await(gate) : received.get());
            HotScript.call((number, received) -> number == 0 ? HotScript.await(gate) : HotScript.tail(followed));
            LoopCalls calls = Coroutines.currentLoop().hotCalls;
            log.add(calls.isEmpty());
            gate.complete(1);
            log.add(calls.isEmpty());
            return Steps.result(null);
        }));

        assertThat(log).containsExactly(false, true);
    }

    @Test
    void aTaskCancelsTheMethodThatItAwaits() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        Coroutines.run(Steps.named("main").then(value -> {
            CompletableFuture<Object> result = HotScript.call(noting(leaf));
            Task<Object> task = Coroutines.createTask(Steps.named("task").then(none -> result));
            return Steps.named("rest").then(none -> Coroutines.yieldNow()).then(none -> {
                task.cancel();
                return task;
            });
        }).handle((value, failure) -> Steps.result(null)));

        assertThat(leaf).isCancelled();
        assertThat(log).containsExactly("CancellationException");
    }

    private HotScript.Segments noting(Object operand) {
        return (number, received) -> {
            if (number == 0) {
                return HotScript.await(operand);
            }
            try {
                return log.add(received.get());
            } catch (CancellationException request) {
                log.add("CancellationException");
                throw request;
            }
        };
    }

    private Object noting(String name, Throwable failure) throws Throwable {
        log.add(name + " " + failure.getClass().getSimpleName());
        throw failure;
    }

    /** Something of a program's own that can be awaited. */
    private static final class Signal implements Awaitable<Object>, Awaiter<Object> {
        private Runnable callback;
        private Object outcome;

        void fire() {
            outcome = "fired";
            callback.run();
        }

        @Override
        public Awaiter<Object> awaiter() {
            return this;
        }

        @Override
        public boolean isDone() {
            return outcome != null;
        }

        @Override
        public Object result() {
            if (outcome instanceof CancellationException cancellation) {
                throw cancellation;
            }
            return outcome;
        }

        @Override
        public void onDone(Runnable given) {
            callback = given;
        }

        @Override
        public boolean cancel() {
            outcome = new CancellationException();
            callback.run();
            return true;
        }
    }
}
