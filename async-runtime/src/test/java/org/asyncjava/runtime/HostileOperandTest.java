package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.any;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Awaited objects whose methods throw, at every call that the runtime makes of them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileOperandTest {
    private final Log log = new Log();
    private final List<FailureContext> reported = new ArrayList<>();

    private static class NoCancel extends CompletableFuture<Object> {
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            throw new UnsupportedOperationException("no cancel");
        }
    }

    private static final class NoCancelAwaitable implements Awaitable<Object>, Awaiter<Object> {
        @Override
        public Awaiter<Object> awaiter() {
            return this;
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public Object result() {
            throw new AssertionError("not done");
        }

        @Override
        public void onDone(Runnable callback) {
        }

        @Override
        public boolean cancel() {
            throw new UnsupportedOperationException("no cancel");
        }
    }

    static List<Object> thatCannotBeCancelled() {
        return List.of(new NoCancel(), new NoCancelAwaitable(),
                ForeignStages.of(new NoCancel(), java.util.concurrent.Future.class));
    }

    @Async
    private Coroutine<Object> awaiting(Object operand, String who) {
        Throwable failure = await(failureOf(any(operand)));
        log.cancelled(who, failure);
        throw Sneaky.rethrow(failure);
    }

    private void collectReports() {
        Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
    }

    private void assertOneReport() {
        assertThat(reported).extracting(context -> context.exception().getMessage()).containsExactly("no cancel");
    }

    @ParameterizedTest
    @MethodSource("thatCannotBeCancelled")
    void theWaitForItEndsWithRunAndTheOtherLeftoversAreCancelled(Object operand) {
        Object answer = run(coroutine(() -> {
            collectReports();
            createTask(awaiting(operand, "first"));
            createTask(awaiting(sleep(Duration.ofDays(1)), "second"));
            await(yieldNow());
            return Coroutine.of("answer");
        }));
        assertThat(answer).isEqualTo("answer");
        assertThat(log.entries()).containsExactlyInAnyOrder("first null", "second null");
        assertOneReport();
    }

    @ParameterizedTest
    @MethodSource("thatCannotBeCancelled")
    void aGroupIsCancelledAllTheSame(Object operand) {
        assertThatThrownBy(() -> run(coroutine(() -> {
            collectReports();
            return Coroutine.of(await(TaskGroup.open(g -> {
                g.createTask(awaiting(operand, "first"));
                g.createTask(awaiting(sleep(Duration.ofDays(1)), "second"));
                return coroutine(() -> {
                    await(yieldNow());
                    throw new IllegalStateException("body");
                });
            })));
        }))).isInstanceOf(ExceptionGroup.class).hasRootCauseMessage("body");
        assertThat(log.entries()).containsExactlyInAnyOrder("first null", "second null");
        assertOneReport();
    }

    @ParameterizedTest
    @MethodSource("thatCannotBeCancelled")
    void aTimeLimitIsKept(Object operand) {
        assertThatThrownBy(() -> TestLoop.virtualTime(() -> run(coroutine(() -> {
            collectReports();
            return Coroutine.of(await(waitFor(awaiting(operand, "inner"), Duration.ofSeconds(1))));
        })))).isInstanceOf(AsyncTimeoutException.class);
        assertThat(log.entries()).containsExactly("inner null");
        assertOneReport();
    }

    @ParameterizedTest
    @MethodSource("thatCannotBeCancelled")
    void aHotMethodThatAwaitsItIsCancelledWithItsLoop(Object operand) {
        run(coroutine(() -> {
            collectReports();
            HotScript.call((number, received) -> {
                if (number == 0) {
                    return HotScript.await(operand);
                }
                try {
                    return received.get();
                } catch (CancellationException cancelled) {
                    log.add("cancelled");
                    throw cancelled;
                }
            });
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("cancelled");
        assertOneReport();
    }

    @Test
    void whatItCompletesLaterIsTooLate() {
        NoCancel operand = new NoCancel();
        run(coroutine(() -> {
            collectReports();
            Task<Object> task = createTask(coroutine(() -> {
                Throwable failure = await(failureOf(operand));
                log.cancelled("waiting", failure);
                await(sleep(Duration.ofMillis(1)));
                log.add("goes on");
                await(yieldNow());
                return Coroutine.of(null);
            }));
            Coroutines.currentLoop().callSoon(() -> task.cancel("why"));
            Coroutines.currentLoop().callSoon(() -> operand.complete("late"));
            return Coroutine.of(await(task));
        }));
        assertThat(log.entries()).containsExactly("waiting why", "goes on");
    }

    @Test
    void aMachineWhoseCancelThrowsIsFailedInstead() {
        UserFutureMachine[] machine = new UserFutureMachine[1];
        run(coroutine(() -> {
            collectReports();
            machine[0] = new UserFutureMachine() {
                @Override
                public boolean cancel(boolean mayInterruptIfRunning) {
                    throw new UnsupportedOperationException("no cancel");
                }
            };
            org.asyncjava.runtime.abi.Hot.suspend(machine[0], new CompletableFuture<>(), 1);
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(machine[0]).isCancelled();
        assertOneReport();
    }

    @Test
    void aStageWhoseHandleThrowsAfterItHasCalledBackIsAwaitedOnce() {
        CompletableFuture<Object> operand = new CompletableFuture<>() {
            @Override
            public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
                function.apply("value", null);
                throw new IllegalStateException("of handle");
            }
        };
        Object value = run(coroutine(() -> {
            collectReports();
            return Coroutine.of(await(operand));
        }));
        assertThat(value).isEqualTo("value");
        assertThat(reported).extracting(context -> context.exception().getMessage()).containsExactly("of handle");
    }

    @Test
    void aStageWhoseHandleThrowsAndCallsBackLaterFailsTheAwait() {
        List<BiFunction<Object, Throwable, ?>> kept = new ArrayList<>();
        CompletableFuture<Object> operand = new CompletableFuture<>() {
            @Override
            @SuppressWarnings("unchecked")
            public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
                kept.add((BiFunction<Object, Throwable, ?>) function);
                throw new IllegalStateException("of handle");
            }
        };
        Object value = run(coroutine(() -> {
            Throwable failure = await(failureOf(operand));
            log.add(failure.getMessage());
            kept.forEach(function -> function.apply("late", null));
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of("end");
        }));
        assertThat(value).isEqualTo("end");
        assertThat(log.entries()).containsExactly("of handle");
    }

    @Test
    void anAwaiterThatThrowsAfterItHasCalledBackIsReported() {
        Awaitable<Object> operand = () -> new Awaiter<>() {
            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public Object result() {
                return "value";
            }

            @Override
            public void onDone(Runnable callback) {
                callback.run();
                throw new IllegalStateException("of onDone");
            }

            @Override
            public boolean cancel() {
                return false;
            }
        };
        Object value = run(coroutine(() -> {
            collectReports();
            return Coroutine.of(await(operand));
        }));
        assertThat(value).isEqualTo("value");
        assertThat(reported).extracting(context -> context.exception().getMessage()).containsExactly("of onDone");
    }

    @Test
    void aDispatchersEqualsIsNeverCalled() throws Exception {
        Dispatcher dispatcher = new Dispatcher() {
            @Override
            public void execute(Runnable resumption) {
                log.add("dispatched");
                Dispatcher.call(this, () -> {
                    resumption.run();
                    return null;
                });
            }

            @Override
            public boolean equals(Object other) {
                throw new IllegalStateException("of equals");
            }

            @Override
            public int hashCode() {
                throw new IllegalStateException("of hashCode");
            }
        };
        CompletableFuture<Object> gate = new CompletableFuture<>();
        List<Throwable> uncaught = new ArrayList<>();
        CompletableFuture<Object> call = Dispatcher.call(dispatcher, () -> hot(() -> gate));
        Thread completing = new Thread(() -> gate.complete("value"));
        completing.setUncaughtExceptionHandler((where, failure) -> uncaught.add(failure));
        completing.start();
        completing.join();
        assertThat(call.get()).isEqualTo("value");
        assertThat(log.entries()).containsExactly("dispatched");
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aFutureWhoseCompleteThrowsAfterItsCompletionLetsItsWaiterGoOn() {
        Object value = run(coroutine(() -> {
            collectReports();
            CompletableFuture<Object> gate = new CompletableFuture<>();
            UserFutureMachine machine = new LinkedMachine() {
                @Override
                public boolean hotSettle(Object settled) {
                    super.hotSettle(settled);
                    throw new IllegalStateException("of complete");
                }
            };
            org.asyncjava.runtime.abi.Hot.suspend(machine, gate, 1);
            CompletableFuture<Object> outer = hot(() -> machine);
            Coroutines.currentLoop().callSoon(() -> gate.complete("value"));
            return Coroutine.of(await(outer));
        }));
        assertThat(value).isEqualTo("value");
        assertThat(reported).extracting(context -> context.exception().getMessage()).containsExactly("of complete");
    }

    /** A machine that the call which awaits it is linked to. */
    private static class LinkedMachine extends UserFutureMachine {
        private HotCall waiter;

        @Override
        public boolean hotLink(HotCall awaiting) {
            waiter = awaiting;
            return true;
        }

        @Override
        public HotCall hotUnlink() {
            HotCall linked = waiter;
            waiter = null;
            return linked;
        }
    }
}
