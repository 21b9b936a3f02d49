package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.asyncjava.runtime.Coroutines.asCompleted;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.from;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.shield;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;

import org.asyncjava.Awaitable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions whose own methods throw come out wherever others do; nobody who waits is lost. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFailureTest {
    private static final class NoMessage extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    private static final class NoText extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return toString(); // overflows the stack
        }
    }

    private static final class NoTrace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no trace");
        }
    }

    private static final class NoCause extends CompletionException {
        private static final long serialVersionUID = 1L;

        private NoCause() {
            super("no cause");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause");
        }
    }

    private record Way(String name, Function<Throwable, Awaitable<?>> main) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Coroutine<Object> boom(Throwable failure) {
        return named("boom").then(v -> yieldNow()).then(v -> {
            throw failure;
        });
    }

    private static CompletableFuture<Object> hotBoom(Throwable failure) {
        return HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(yieldNow());
            }
            throw failure;
        });
    }

    private static Steps<Object> awaiting(Steps.Plain operand) {
        return Steps.<Object>named("main").then(operand);
    }

    private static List<Way> ways() {
        return List.of(
                new Way("run", HostileFailureTest::boom),
                new Way("task", failure -> awaiting(v -> createTask(boom(failure)))),
                new Way("group", failure -> awaiting(v -> TaskGroup.open(g -> {
                    g.createTask(boom(failure));
                    return Coroutine.done();
                }))),
                new Way("gather", failure -> awaiting(v -> gather(boom(failure), boom(failure)))),
                new Way("gather of gather", failure -> awaiting(v -> gather(gather(boom(failure))))),
                new Way("waitAll", failure -> {
                    List<Task<Object>> tasks = new ArrayList<>();
                    return awaiting(v -> {
                        tasks.add(createTask(boom(failure)));
                        return waitAll(tasks);
                    }).then(v -> tasks.get(0));
                }),
                new Way("toFuture", failure -> awaiting(v -> createTask(boom(failure)).toFuture())),
                new Way("runCoroutineThreadsafe", failure -> awaiting(v -> runCoroutineThreadsafe(boom(failure), Coroutines.currentLoop()))),
                new Way("race", failure -> awaiting(v -> race(boom(failure)))),
                new Way("waitFor", failure -> awaiting(v -> waitFor(createTask(boom(failure)), Duration.ofDays(1)))),
                new Way("shield", failure -> awaiting(v -> shield(boom(failure)))),
                new Way("asCompleted", failure -> awaiting(v -> asCompleted(List.of(boom(failure))).iterator().next())),
                new Way("hot method", failure -> awaiting(v -> hotBoom(failure))),
                new Way("hot method in a hot method", failure -> awaiting(v -> HotScript.call((number, received) ->
                        number == 0 ? HotScript.await(hotBoom(failure)) : received.get()))),
                new Way("hot method with a dependent", failure -> awaiting(v -> {
                    CompletableFuture<Object> inner = hotBoom(failure);
                    CompletableFuture<Object> outer = HotScript.call((number, received) -> number == 0 ? HotScript.await(inner) : received.get());
                    inner.thenApply(value -> value);
                    return outer;
                })),
                new Way("hot method that fails at once", failure -> awaiting(v -> HotScript.call((number, received) -> {
                    throw failure;
                }))),
                new Way("from(stage)", failure -> awaiting(v -> {
                    CompletableFuture<Object> stage = new CompletableFuture<>();
                    Coroutines.currentLoop().callSoon(() -> stage.completeExceptionally(failure));
                    return from(stage);
                })),
                new Way("minimal stage", failure -> awaiting(v -> {
                    CompletableFuture<Object> stage = new CompletableFuture<>();
                    Coroutines.currentLoop().callSoon(() -> stage.completeExceptionally(failure));
                    return ForeignStages.of(stage);
                })));
    }

    static Stream<Arguments> failuresInAllWays() {
        return ways().stream().flatMap(way -> Stream.of(new NoMessage(), new NoText(), new NoTrace(), new NoCause())
                .map(failure -> Arguments.of(way, failure.getClass().getSimpleName(), failure)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("failuresInAllWays")
    void comesOut(Way way, String kind, Throwable failure) {
        try (CapturedLog log = new CapturedLog()) {
            Throwable thrown = catchThrowable(() -> run(way.main().apply(failure)));
            // Not assertThat(thrown): it would print it.
            boolean came = thrown == failure || thrown instanceof ExceptionGroup group && group.exceptions().get(0) == failure;
            assertThat(came).as("the failure came out").isTrue();
        }
    }

    @Test
    void isReportedToTheLogWithItsClassIfNobodyAsks() {
        try (CapturedLog log = new CapturedLog()) {
            run(named("main").then(v -> {
                createTask(boom(new NoMessage()), "forgotten");
                return yieldNow();
            }).then(v -> yieldNow()));
            assertThat(log.messages()).singleElement().asString().contains("Task exception was never retrieved", "name='forgotten'", "NoMessage@");
        }
    }

    @Test
    void withACauseThatHasNoMessageIsReportedToTheLog() {
        try (CapturedLog log = new CapturedLog(); EventLoop loop = new EventLoop()) {
            loop.callExceptionHandler(new FailureContext("seen", new IllegalArgumentException("outer", new NoMessage()), null));
            assertThat(log.messages()).singleElement().asString().contains("seen", "outer");
        }
    }

    @Test
    void withAHundredThousandCausesIsReportedToTheLog() {
        Throwable chain = new IllegalArgumentException("innermost");
        for (int i = 0; i < 100_000; i++) {
            chain = new IllegalArgumentException("outer", chain);
        }
        try (CapturedLog log = new CapturedLog(); EventLoop loop = new EventLoop()) {
            loop.callExceptionHandler(new FailureContext("seen", chain, null));
            assertThat(log.messages()).singleElement().asString().contains("seen", "outer");
        }
    }

    @Test
    void afterTheResultWasSettledFromOutsideIsReported() {
        List<FailureContext> reported = new ArrayList<>();
        NoText failure = new NoText();
        run(named("main").then(v -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            CompletableFuture<Object> call = hotBoom(failure);
            call.complete("from outside");
            return yieldNow();
        }).then(v -> yieldNow()).then(v -> result(null)));
        assertThat(reported.size()).isEqualTo(1);
        assertThat(reported.get(0).exception() == failure).isTrue();
        assertThat(reported.get(0).toString()).contains("NoText@");
    }
}
