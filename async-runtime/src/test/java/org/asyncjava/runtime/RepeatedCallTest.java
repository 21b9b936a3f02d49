package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Programs.any;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.asyncjava.runtime.abi.Hot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executors, stages and awaiters that call back more than once: a body goes on once, and the others are reported. */
class RepeatedCallTest {
    private final CompletableFuture<Object> operand = new CompletableFuture<>();
    private final CompletableFuture<Object> second = new CompletableFuture<>();
    private final List<Object> seen = new ArrayList<>();
    private final List<Throwable> reported = new ArrayList<>();
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void collectReports() {
        before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));
    }

    @AfterEach
    void giveBack() {
        Thread.currentThread().setUncaughtExceptionHandler(before);
    }

    private static final class Twice extends CompletableFuture<Object> {
        @Override
        public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
            super.handle(function);
            return super.handle(function);
        }
    }

    private static final class ThenThrows extends CompletableFuture<Object> {
        @Override
        public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
            super.handle(function);
            throw new IllegalStateException("after registering");
        }
    }

    private static class TwiceMachine extends UserFutureMachine {
        @Override
        public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
            super.handle(function);
            return super.handle(function);
        }
    }

    private static final class TwiceAwaitable implements Awaitable<Object>, Awaiter<Object> {
        private Runnable callback;
        private Object value;

        @Override
        public Awaiter<Object> awaiter() {
            return this;
        }

        @Override
        public boolean isDone() {
            return value != null;
        }

        @Override
        public Object result() {
            return value;
        }

        @Override
        public void onDone(Runnable whenDone) {
            callback = whenDone;
        }

        @Override
        public boolean cancel() {
            return false;
        }

        private void complete(Object result) {
            value = result;
            callback.run();
            callback.run();
        }
    }

    /** Something to await, and how to complete it. */
    private record Source(Object operand, Runnable completion) {
        private static Source of(CompletableFuture<Object> future, Function<CompletableFuture<Object>, Object> operand) {
            return new Source(operand.apply(future), () -> future.complete("first"));
        }
    }

    static List<Source> thatCallTwice() {
        TwiceAwaitable awaitable = new TwiceAwaitable();
        CompletableFuture<Object> gate = new CompletableFuture<>();
        TwiceMachine machine = new TwiceMachine();
        Hot.suspend(machine, gate, 1);
        return List.of(Source.of(new Twice(), future -> future), Source.of(new Twice(), ForeignStages::of),
                new Source(awaitable, () -> awaitable.complete("first")), new Source(machine, () -> gate.complete("first")));
    }

    @ParameterizedTest
    @MethodSource("thatCallTwice")
    void aMethodThatReturnsAFutureGoesOnOnce(Source source) {
        CompletableFuture<Object> result = HotScript.call(twoAwaits(source.operand));

        source.completion.run();
        assertThat(result).isNotDone();
        second.complete("second");

        assertThat(result).isCompletedWithValue("end");
        assertThat(seen).containsExactly("first", "second");
        assertReported();
    }

    @ParameterizedTest
    @MethodSource("thatCallTwice")
    void aTaskGoesOnOnce(Source source) {
        try (EventLoop loop = new EventLoop()) {
            List<FailureContext> contexts = new ArrayList<>();
            loop.setExceptionHandler((where, context) -> contexts.add(context));
            Task<Object> task = loop.createTask(coroutine(() -> {
                var value = await(any(source.operand));
                seen.add(value);
                var value2 = await(second);
                seen.add(value2);
                return Coroutine.of("end");
            }));
            loop.callSoon(() -> loop.callSoon(source.completion));
            loop.callSoon(() -> loop.callSoon(() -> loop.callSoon(() -> loop.callSoon(() -> second.complete("second")))));

            assertThat(loop.runUntilComplete(task)).isEqualTo("end");
            contexts.forEach(context -> reported.add(context.exception()));
        }
        assertThat(seen).containsExactly("first", "second");
        assertReported();
    }

    @Test
    void aFutureThatRegistersAndThenThrowsIsHeardOnce() {
        ThenThrows future = new ThenThrows();
        CompletableFuture<Object> result = HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(future);
            }
            if (number == 1) {
                assertThatThrownBy(received::get).hasMessage("after registering");
                return HotScript.await(second);
            }
            return received.get();
        });

        future.complete("first");
        assertThat(result).isNotDone();
        second.complete("second");

        assertThat(result).isCompletedWithValue("second");
    }

    @Test
    void anExecutorThatRunsAResumptionTwice() {
        CompletableFuture<Object> result = Dispatcher.call(work -> {
            work.run();
            work.run();
        }, () -> HotScript.call(twoAwaits(operand)));

        operand.complete("first");
        assertThat(result).isNotDone();
        second.complete("second");

        assertThat(result).isCompletedWithValue("end");
        assertThat(seen).containsExactly("first", "second");
        assertThat(reported).as("at each of two awaits").hasSize(2);
    }

    @Test
    void anExecutorThatRunsAMachineOfTheProgramsOwnKindTwice() {
        List<Object> completions = new ArrayList<>();
        UserFutureMachine machine = new UserFutureMachine() {
            @Override
            public void hotResume() throws Throwable {
                completions.add("resumed");
                super.hotResume();
            }
        };
        Dispatcher.call(work -> {
            work.run();
            work.run();
        }, () -> {
            Hot.suspend(machine, operand, 1);
            return null;
        });

        operand.complete("first");

        assertThat(machine).isCompletedWithValue("first");
        assertThat(completions).hasSize(1);
        assertReported();
    }

    @Test
    void anExecutorThatRunsItOnTwoThreadsAtTheSameTime() throws Exception {
        for (int round = 0; round < 200; round++) {
            Queue<Runnable> work = new ArrayDeque<>();
            List<Object> resumptions = Collections.synchronizedList(new ArrayList<>());
            CompletableFuture<Object> gate = new CompletableFuture<>();
            CompletableFuture<Object> result = Dispatcher.call(work::add, () -> HotScript.call((number, received) -> {
                if (number == 0) {
                    return HotScript.await(gate);
                }
                resumptions.add(received.get());
                return HotScript.await(new CompletableFuture<>());
            }));
            gate.complete("first");
            Runnable resumption = work.remove();
            CyclicBarrier start = new CyclicBarrier(2);
            Thread other = new Thread(() -> runAt(start, resumption));
            other.setUncaughtExceptionHandler((thread, failure) -> { });
            other.start();
            runAt(start, resumption);
            other.join();

            assertThat(resumptions).containsExactly("first");
            assertThat(result).isNotDone();
        }
    }

    private static void runAt(CyclicBarrier start, Runnable work) {
        try {
            start.await();
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
        work.run();
    }

    @Test
    void anExecutorThatRunsItAndThenRefuses() {
        RejectedExecutionException refusal = new RejectedExecutionException();
        CompletableFuture<Object> result = Dispatcher.call(work -> {
            work.run();
            throw refusal;
        }, () -> HotScript.call(twoAwaits(operand)));

        operand.complete("first");
        assertThat(seen).containsExactly("first");
        second.complete("second");

        assertThat(result).isCompletedWithValue("end");
        assertThat(reported).containsExactly(refusal, refusal);
    }

    @Test
    void anExecutorThatKeepsAResumptionForLater() {
        List<Runnable> kept = new ArrayList<>();
        CompletableFuture<Object> result = Dispatcher.call(kept::add, () -> HotScript.call(twoAwaits(operand)));

        operand.complete("first");
        Runnable resumption = kept.remove(0);
        resumption.run();
        resumption.run();
        assertThat(result).isNotDone();
        assertReported();
        second.complete("second");
        kept.remove(0).run();
        resumption.run();

        assertThat(result).isCompletedWithValue("end");
        assertThat(seen).containsExactly("first", "second");
        assertThat(reported).hasSize(2);
    }

    @Test
    void anExecutorThatGivesItToALoopTwice() {
        try (EventLoop loop = new EventLoop()) {
            Executor twice = work -> {
                loop.execute(work);
                loop.execute(work);
            };
            CompletableFuture<Object> result = Dispatcher.call(twice, () -> HotScript.call(twoAwaits(operand)));
            List<FailureContext> contexts = new ArrayList<>();
            loop.setExceptionHandler((where, context) -> contexts.add(context));
            operand.complete("first");
            loop.callSoon(() -> loop.callSoon(() -> second.complete("second")));
            loop.runUntilComplete(coroutine(() -> Coroutine.of(await(result))));
        }

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void anExecutorThatRunsATurnTwice() {
        List<Runnable> kept = new ArrayList<>();
        CompletableFuture<Object> result = Dispatcher.call(kept::add, () -> HotScript.call(twoAwaits(Coroutines.yieldNow())));

        Runnable turn = kept.remove(0);
        turn.run();
        turn.run();
        assertThat(result).isNotDone();

        assertThat(seen).hasSize(1);
        assertReported();
    }

    @Test
    void anExecutorThatRunsACallTwice() {
        List<Object> calls = new ArrayList<>();
        List<FailureContext> contexts = new ArrayList<>();
        try (EventLoop loop = new EventLoop()) {
            loop.setExceptionHandler((where, context) -> contexts.add(context));
            Object value = loop.runUntilComplete(coroutine(() -> {
                return Coroutine.of(await(loop.runInExecutor(work -> {
                                work.run();
                                work.run();
                            }, () -> {
                                calls.add("called");
                                return "value";
                            })));
            }));
            assertThat(value).isEqualTo("value");
        }

        assertThat(calls).hasSize(1);
        contexts.forEach(context -> reported.add(context.exception()));
        assertReported();
    }

    @Test
    void aViewOfAStageIsSettledOnce() {
        Twice stage = new Twice();
        try (EventLoop loop = new EventLoop()) {
            loop.setExceptionHandler((where, context) -> reported.add(context.exception()));
            Object value = loop.runUntilComplete(coroutine(() -> {
                Awaitable<Object> view = Coroutines.from(stage);
                stage.complete("first");
                return Coroutine.of(await(view));
            }));
            assertThat(value).isEqualTo("first");
        }
        assertReported();
    }

    @Test
    void aMachineThatAProgramRunsItselfIsNotResumed() {
        CompletableFuture<Object> result = HotScript.call(twoAwaits(operand));

        ((Runnable) result).run();
        assertThat(seen).isEmpty();
        operand.complete("first");

        assertThat(seen).containsExactly("first");
        assertReported();
    }

    private void assertReported() {
        assertThat(reported).hasSize(1).first().isInstanceOf(IllegalStateException.class).extracting(Throwable::getMessage).asString()
                .contains("again", "ignored");
    }

    private HotScript.Segments twoAwaits(Object first) {
        return (number, received) -> {
            if (number > 0) {
                seen.add(received.get());
            }
            return switch (number) {
                case 0 -> HotScript.await(first);
                case 1 -> HotScript.await(second);
                default -> "end";
            };
        };
    }
}
