package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Programs.hot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What settling a future from outside does to the method that returned it. HARD_CASES 68. */
class HotCancelTest {
    private final CompletableFuture<Object> operand = new CompletableFuture<>();
    private final CompletableFuture<Object> cleanup = new CompletableFuture<>();
    private final List<String> log = new ArrayList<>();

    /** Every way in which a future can be settled by anyone. */
    enum Way {
        COMPLETE(future -> future.complete("outside")),
        FAIL(future -> future.completeExceptionally(new IOException())),
        CANCEL(future -> future.cancel(true)),
        OBTRUDE(future -> future.obtrudeValue("outside")),
        OBTRUDE_FAILURE(future -> future.obtrudeException(new IOException())),
        COMPLETE_ASYNC(future -> future.completeAsync(() -> "outside", Runnable::run)),
        FAIL_ASYNC(future -> future.completeAsync(() -> {
            throw new IllegalArgumentException();
        }, Runnable::run)),
        TIME_OUT(future -> future.orTimeout(1, TimeUnit.NANOSECONDS)),
        COMPLETE_ON_TIME_OUT(future -> future.completeOnTimeout("outside", 1, TimeUnit.NANOSECONDS));

        private final Consumer<CompletableFuture<Object>> settle;

        Way(Consumer<CompletableFuture<Object>> settle) {
            this.settle = settle;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFutureIsSettledAtOnceAndTheBodyIsToldOnce(Way way) throws Exception {
        CompletableFuture<Void> told = new CompletableFuture<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        CompletableFuture<Object> result = HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(operand);
            }
            if (number == 1) {
                try {
                    received.get();
                } catch (CancellationException request) {
                    log.add("told");
                    told.complete(null);
                }
                return HotScript.await(cleanup);
            }
            log.add("cleaned up with " + received.get());
            ended.complete(null);
            return "dropped";
        });

        way.settle.accept(result);
        told.get();

        assertThat(operand).isCancelled();
        assertThat(result).isDone();
        String settled = result.toString().replaceFirst(".*\\[", "");
        cleanup.complete("a broom");
        ended.get();
        assertThat(log).containsExactly("told", "cleaned up with a broom");
        assertThat(result.toString()).endsWith(settled);
    }

    @Test
    void asyncFailureIsTheOneThatTheSupplierThrew() {
        CompletableFuture<Object> result = waiting();

        Way.FAIL_ASYNC.settle.accept(result);

        assertThatThrownBy(result::join).hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void completeAsyncOfADoneFutureDoesNotAskTheSupplier() {
        CompletableFuture<Object> result = waiting();
        operand.complete(1);

        result.completeAsync(() -> log.add("asked"), Runnable::run);

        assertThat(log).isEmpty();
        assertThat(result).isCompletedWithValue(1);
        assertThatThrownBy(() -> result.completeAsync(null, Runnable::run)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void settlingAgainIsNoSecondRequest() {
        CompletableFuture<Object> result = HotScript.call((number, received) -> switch (number) {
            case 0 -> HotScript.await(operand);
            case 1 -> HotScript.await(cleanup);
            default -> received.get();
        });

        result.cancel(false);
        result.cancel(false);
        result.complete("late");
        result.obtrudeValue("later");

        assertThat(cleanup).isNotDone();
    }

    @Test
    void aRequestWhileTheBodyRunsIsThrownAtTheNextAwait() {
        CompletableFuture<Object> second = new CompletableFuture<>();
        List<CompletableFuture<Object>> self = new ArrayList<>();
        self.add(HotScript.call((number, received) -> switch (number) {
            case 0 -> HotScript.await(operand);
            case 1 -> {
                self.get(0).cancel(false);
                yield HotScript.await(second);
            }
            default -> catchInto(received);
        }));

        operand.complete("first");

        assertThat(second).isCancelled();
        assertThat(log).containsExactly("CancellationException");
    }

    @Test
    void theRequestWinsOverAResultThatComesAtTheSameTime() {
        List<CompletableFuture<Object>> self = new ArrayList<>();
        operand.thenRun(() -> log.add("dependent"));
        self.add(HotScript.call((number, received) -> number == 0 ? HotScript.await(operand) : catchInto(received)));
        operand.thenRun(() -> self.get(0).cancel(false));

        operand.complete("result");

        assertThat(log).containsExactly("CancellationException", "dependent");
    }

    @Test
    void aBodyThatSwallowsTheRequestGoesOnAndItsResultIsDropped() {
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(operand) : catchInto(received));

        result.complete("from outside");

        assertThat(log).containsExactly("CancellationException");
        assertThat(result).isCompletedWithValue("from outside");
    }

    @Test
    void aFailureAfterThatIsReportedAndACancellationIsNot() {
        List<Throwable> reported = new ArrayList<>();
        IOException failure = new IOException();
        CompletableFuture<Object> failing = HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(operand);
            }
            throw failure;
        });
        CompletableFuture<Object> ending = waiting();

        reportingTo(reported, () -> failing.complete("from outside"));
        reportingTo(reported, () -> ending.complete("from outside"));

        assertThat(reported).containsExactly(failure);
    }

    @Test
    void onALoopTheLoopsHandlerIsToldOfTheFailure() {
        List<Object> reported = new ArrayList<>();
        IOException failure = new IOException();
        Coroutines.run(coroutine(() -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context.exception()));
            HotScript.call((number, received) -> {
                if (number == 0) {
                    return HotScript.await(operand);
                }
                throw failure;
            }).cancel(false);
            return Coroutine.of(null);
        }));

        assertThat(reported).containsExactly(failure);
    }

    @Test
    void whatIsAwaitedEndsBeforeWhatAwaitsIt() {
        CompletableFuture<Object> inner = HotScript.call(endingWith("inner", operand));
        CompletableFuture<Object> outer = HotScript.call(endingWith("outer", inner));

        outer.cancel(false);

        assertThat(inner).isCancelled();
        assertThat(log).containsExactly("inner", "outer");
    }

    @Test
    void whoAwaitsAFutureThatIsSettledFromOutsideGoesOn() {
        CompletableFuture<Object> inner = waiting();
        CompletableFuture<Object> outer = hot(() -> inner);

        inner.complete("from outside");

        assertThat(outer).isCompletedWithValue("from outside");
        assertThat(operand).isCancelled();
    }

    @Test
    void cancellingADependentDoesNotReachTheMethod() {
        CompletableFuture<Object> result = waiting();

        result.thenApply(value -> value).cancel(false);

        assertThat(result).isNotDone();
        assertThat(operand).isNotDone();
    }

    @Test
    void ofAStageThatCannotBeCancelledOnlyTheWaitingEnds() {
        CompletionStage<Object> stage = operand.minimalCompletionStage();
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(stage) : catchInto(received));

        result.cancel(false);

        assertThat(log).containsExactly("CancellationException");
        operand.complete("too late");
        assertThat(log).hasSize(1);
    }

    @Test
    @DisplayName("a refusing operand: the request is thrown when it completes")
    void anOperandThatRefusesIsWaitedFor() {
        CompletableFuture<Object> refusing = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return false;
            }
        };
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(refusing) : catchInto(received));

        result.cancel(false);
        assertThat(log).isEmpty();
        refusing.complete("result");

        assertThat(log).containsExactly("CancellationException");
    }

    private CompletableFuture<Object> waiting() {
        return hot(() -> operand);
    }

    private HotScript.Segments endingWith(String name, CompletionStage<?> awaited) {
        return (number, received) -> {
            if (number == 0) {
                return HotScript.await(awaited);
            }
            try {
                return received.get();
            } finally {
                log.add(name);
            }
        };
    }

    private Object catchInto(HotScript.Received received) {
        try {
            return log.add("got " + received.get());
        } catch (Throwable thrown) {
            return log.add(thrown.getClass().getSimpleName());
        }
    }

    private static void reportingTo(List<Throwable> reported, Runnable action) {
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((where, failure) -> reported.add(failure));
        try {
            action.run();
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }
    }
}
