package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;

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
        Coroutine<Object> coroutine = coroutine(() -> {
            var value = await(leaf);
            return Coroutine.of("inner " + value);
        });
        CompletableFuture<Object> result = hot(() -> coroutine);

        leaf.complete("value");

        assertThat(result).isCompletedWithValue("inner value");
    }

    @Test
    void aCoroutineThatSuspendsAgainAndAgain() {
        List<CompletableFuture<Object>> leaves = List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
        Coroutine<Object> coroutine = coroutine(() -> {
            await(leaves.get(0));
            await(leaves.get(1));
            return Coroutine.of(await(leaves.get(2)));
        });
        CompletableFuture<Object> result = hot(() -> coroutine);

        leaves.forEach(leaf -> leaf.complete("value"));

        assertThat(result).isCompletedWithValue("value");
    }

    @Test
    void aFailureOfTheCoroutineIsThrownAtTheAwait() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        IllegalStateException failure = new IllegalStateException();
        Coroutine<Object> coroutine = coroutine(() -> {
            await(leaf);
            throw failure;
        });
        CompletableFuture<Object> result = hot(() -> coroutine);

        leaf.complete(null);

        assertThatThrownBy(result::join).hasCause(failure);
    }

    @Test
    void aRequestReachesTheInnermostAwaitAndGoesThroughAllFrames() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        Coroutine<Object> inner = coroutine(() -> {
            Throwable failure = await(failureOf(leaf));
            throw noting("inner", failure);
        });
        Coroutine<Object> middle = coroutine(() -> {
            Throwable failure = await(failureOf(inner));
            throw noting("middle", failure);
        });
        CompletableFuture<Object> result = hot(() -> middle);

        result.cancel(false);

        assertThat(leaf).isCancelled();
        assertThat(log).containsExactly("inner CancellationException", "middle CancellationException");
    }

    @Test
    void aCoroutineThatSwallowsTheRequestGoesOnAndTheMethodIsNotToldAgain() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        Coroutine<Object> coroutine = coroutine(() -> {
            await(failureOf(leaf));
            return Coroutine.of(await(second));
        });
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
        AnyLoop.run(coroutine(() -> {
            Task<Object> task = Coroutines.createTask(coroutine(() -> Coroutine.of(await(Coroutines.sleep(Duration.ofDays(1))))));
            CompletableFuture<Object> result = HotScript.call(noting(task));
            result.cancel(false);
            result.cancel(false);
            HotSteps.settledOutside((HotCall) result, false);    // what the suspending thread does if it sees the request too
            log.add(task.cancelling());
            Throwable failure = await(failureOf(task));
            return Coroutine.of(log.add("task " + failure.getClass().getSimpleName()));
        }));

        assertThat(log).containsExactlyInAnyOrder(1, "CancellationException", "task CancellationException");
    }

    @Test
    void aTaskIsAskedOnItsLoopWhoeverCancels() {
        AnyLoop.run(coroutine(() -> {
            EventLoop loop = Coroutines.currentLoop();
            Task<Object> task = Coroutines.createTask(coroutine(() -> {
                await(failureOf(Coroutines.sleep(Duration.ofDays(1))));
                return Coroutine.of(log.add(Coroutines.currentLoop() == loop));
            }));
            CompletableFuture<Object> result = HotScript.call(noting(task));
            new Thread(() -> result.cancel(false)).start();
            return Coroutine.of(await(task));
        }));

        assertThat(log).containsExactlyInAnyOrder(true, "CancellationException");
    }

    @Test
    void aDeferredWakesMethodsAndTasksInTheOrderInWhichTheyCame() { // HARD_CASES 72
        AnyLoop.run(coroutine(() -> {
            Deferred<Object> deferred = new Deferred<>();
            Task<Object> first = Coroutines.createTask(coroutine(() -> {
                await(deferred);
                return Coroutine.of(log.add("task"));
            }));
            await(Coroutines.yieldNow());
            HotScript.call((number, received) -> number == 0 ? HotScript.await(deferred) : log.add("method"));
            deferred.complete("value");
            log.add("completed");
            return Coroutine.of(await(first));
        }));

        assertThat(log).containsExactly("completed", "task", "method");
    }

    @Test
    void runCancelsMethodsThatAreSuspendedOnItsLoop() {
        List<CompletableFuture<Object>> results = new ArrayList<>();
        AnyLoop.run(coroutine(() -> {
            results.add(HotScript.call((number, received) -> switch (number) {
                case 0 -> HotScript.await(new CompletableFuture<>());
                case 1 -> HotScript.await(Coroutines.sleep(Duration.ofMillis(1)));
                default -> log.add("cleaned up");
            }));
            return Coroutine.of(null);
        }));

        assertThat(results.get(0)).isCancelled();
        assertThat(log).containsExactly("cleaned up");
    }

    @Test
    void methodsThatHaveEndedAreForgottenByTheLoop() {
        AnyLoop.run(coroutine(() -> {
            CompletableFuture<Object> gate = new CompletableFuture<>();
            CompletableFuture<Object> followed = new CompletableFuture<>();
            hot(() -> gate);
            HotScript.call((number, received) -> number == 0 ? HotScript.await(gate) : HotScript.tail(followed));
            LoopCalls calls = Coroutines.currentLoop().hotCalls;
            log.add(calls.isEmpty());
            gate.complete(1);
            log.add(calls.isEmpty());
            return Coroutine.of(null);
        }));

        assertThat(log).containsExactly(false, true);
    }

    @Test
    void aTaskCancelsTheMethodThatItAwaits() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        AnyLoop.run(coroutine(() -> {
            CompletableFuture<Object> result = HotScript.call(noting(leaf));
            Task<Object> task = Coroutines.createTask(coroutine(() -> Coroutine.of(await(result))));
            await(failureOf(coroutine(() -> {
                await(Coroutines.yieldNow());
                task.cancel();
                return Coroutine.of(await(task));
            })));
            return Coroutine.of(null);
        }));

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

    private RuntimeException noting(String name, Throwable failure) {
        log.add(name + " " + failure.getClass().getSimpleName());
        throw Sneaky.rethrow(failure);
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
