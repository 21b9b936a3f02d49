package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.asCompleted;
import static org.asyncjava.runtime.Coroutines.coroutine;
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
import static org.asyncjava.runtime.Programs.any;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.asyncjava.Async;
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

    @Async
    private static Coroutine<Object> boom(Throwable failure) {
        await(yieldNow());
        throw Sneaky.rethrow(failure);
    }

    private static CompletableFuture<Object> hotBoom(Throwable failure) {
        return HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(yieldNow());
            }
            throw failure;
        });
    }

    private static Coroutine<Object> awaiting(Supplier<?> operand) {
        return coroutine(() -> any(operand.get()));
    }

    private static List<Way> ways() {
        return List.of(
                new Way("run", HostileFailureTest::boom),
                new Way("task", failure -> awaiting(() -> createTask(boom(failure)))),
                new Way("group", failure -> awaiting(() -> TaskGroup.open(g -> {
                    g.createTask(boom(failure));
                    return Coroutine.done();
                }))),
                new Way("gather", failure -> awaiting(() -> gather(boom(failure), boom(failure)))),
                new Way("gather of gather", failure -> awaiting(() -> gather(gather(boom(failure))))),
                new Way("waitAll", failure -> {
                    List<Task<Object>> tasks = new ArrayList<>();
                    return coroutine(() -> {
                        tasks.add(createTask(boom(failure)));
                        await(waitAll(tasks));
                        return Coroutine.of(await(tasks.get(0)));
                    });
                }),
                new Way("toFuture", failure -> awaiting(() -> createTask(boom(failure)).toFuture())),
                new Way("runCoroutineThreadsafe", failure -> awaiting(() -> runCoroutineThreadsafe(boom(failure), Coroutines.currentLoop()))),
                new Way("race", failure -> awaiting(() -> race(boom(failure)))),
                new Way("waitFor", failure -> awaiting(() -> waitFor(createTask(boom(failure)), Duration.ofDays(1)))),
                new Way("shield", failure -> awaiting(() -> shield(boom(failure)))),
                new Way("asCompleted", failure -> awaiting(() -> asCompleted(List.of(boom(failure))).iterator().next())),
                new Way("hot method", failure -> awaiting(() -> hotBoom(failure))),
                new Way("hot method in a hot method", failure -> awaiting(() -> hot(() -> hotBoom(failure)))),
                new Way("hot method with a dependent", failure -> awaiting(() -> {
                    CompletableFuture<Object> inner = hotBoom(failure);
                    CompletableFuture<Object> outer = hot(() -> inner);
                    inner.thenApply(value -> value);
                    return outer;
                })),
                new Way("hot method that fails at once", failure -> awaiting(() -> HotScript.call((number, received) -> {
                    throw failure;
                }))),
                new Way("from(stage)", failure -> awaiting(() -> {
                    CompletableFuture<Object> stage = new CompletableFuture<>();
                    Coroutines.currentLoop().callSoon(() -> stage.completeExceptionally(failure));
                    return from(stage);
                })),
                new Way("minimal stage", failure -> awaiting(() -> {
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
            run(coroutine(() -> {
                createTask(boom(new NoMessage()), "forgotten");
                await(yieldNow());
                await(yieldNow());
                return Coroutine.of(null);
            }));
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
        run(coroutine(() -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            CompletableFuture<Object> call = hotBoom(failure);
            call.complete("from outside");
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(reported.size()).isEqualTo(1);
        assertThat(reported.get(0).exception() == failure).isTrue();
        assertThat(reported.get(0).toString()).contains("NoText@");
    }
}
