package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.asyncjava.Async;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Duration LONG = Duration.ofSeconds(100);

    @Async
    private static Coroutine<String> fetch() {
        await(failureOf(sleep(LONG)));
        return Coroutine.of("value");
    }

    @Test
    void printsAsInAsyncio() {
        run(coroutine(() -> {
            Task<String> task = createTask(fetch(), "fetcher");
            assertThat(task).hasToString("<Task pending name='fetcher' coro=<TaskTest.fetch() created>>");
            await(yieldNow());
            assertThat(task.toString()).matches("<Task pending name='fetcher' coro=<TaskTest\\.fetch\\(\\) running at TaskTest\\.java:\\d+>>");
            task.cancel();
            assertThat(task.toString()).matches("<Task cancelling name='fetcher' coro=<TaskTest\\.fetch\\(\\) running at TaskTest\\.java:\\d+>>");
            await(yieldNow());
            assertThat(task).hasToString("<Task finished name='fetcher' coro=<TaskTest.fetch() done> result=value>");
            return Coroutine.done();
        }));
    }

    @Test
    void aNameThatIsNullIsOneThatIsMadeUpWhoeverIsAsked() {
        try (Runner runner = new Runner()) {
            runner.run(namesOf(runner.loop()));
        }
    }

    @Async
    private static Coroutine<?> namesOf(EventLoop loop) {
        assertThat(createTask(coroutine(() -> Coroutine.of(null)), (String) null).name()).isEqualTo("Task-2");
        assertThat(createTask(coroutine(() -> Coroutine.of(null)), TaskOptions.named(null)).name()).isEqualTo("Task-3");
        assertThat(loop.createTask(coroutine(() -> Coroutine.of(null)), (String) null).name()).isEqualTo("Task-4");
        return Coroutine.of(await(TaskGroup.open(group -> {
            assertThat(group.createTask(coroutine(() -> Coroutine.of(null)), (String) null).name()).isEqualTo("Task-5");
            return Coroutine.done();
        })));
    }

    @Async
    private static Coroutine<Void> cancelled() {
        return Coroutine.done();
    }

    @Test
    void printsFailuresAndCancellations() {
        run(coroutine(() -> {
            Task<?> failing = createTask(Coroutine.failed(new IllegalArgumentException("x")));
            Task<?> cancelled = createTask(cancelled());
            cancelled.cancel();
            await(yieldNow());
            assertThat(failing.toString()).startsWith("<Task finished name='Task-2' coro=")
                    .endsWith(" exception=java.lang.IllegalArgumentException: x>");
            assertThat(failing.exception()).hasMessage("x");
            assertThat(cancelled).hasToString("<Task cancelled name='Task-3' coro=<TaskTest.cancelled() done>>");
            return Coroutine.done();
        }));
    }

    @Async
    private static Coroutine<Void> inner() {
        await(sleep(LONG));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> outer() {
        await(Coroutine.done());
        await(inner());
        return Coroutine.done();
    }

    @Test
    void showsItsSuspendedMethodsInnermostFirst() {
        run(coroutine(() -> {
            Task<?> task = createTask(outer());
            assertThat(task.getStack()).extracting(StackTraceElement::getMethodName).isEmpty();
            await(yieldNow());
            assertThat(task.getStack()).extracting(StackTraceElement::toString).satisfiesExactly(
                    frame -> assertThat(frame).matches("org\\.asyncjava\\.runtime\\.TaskTest\\.inner\\(TaskTest\\.java:\\d+\\)"),
                    frame -> assertThat(frame).matches("org\\.asyncjava\\.runtime\\.TaskTest\\.outer\\(TaskTest\\.java:\\d+\\)"));
            return Coroutine.done();
        }));
    }

    @Test
    @DisplayName("HARD_CASES 67: awaiting itself")
    void cannotAwaitItself() {
        run(coroutine(() -> {
            Task<?>[] self = new Task<?>[1];
            self[0] = createTask(coroutine(() -> Coroutine.of(await(self[0]))));
            Throwable failure = await(failureOf(self[0]));
            assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("Task cannot await on itself: <Task pending name='Task-2'");
            return Coroutine.of(null);
        }));
    }

    @Test
    void cannotAwaitAFutureOfAnotherLoop() {
        EventLoop other = new EventLoop();
        Deferred<Void> foreign = new Deferred<>(other);
        assertThatThrownBy(() -> run(coroutine(() -> Coroutine.of(await(foreign))))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("<Task pending name='Task-1'")
                .hasMessageEndingWith(" attached to a different loop; await it there, by loop.call(...), or await its toFuture()");
        other.close();
    }

    @Test
    void aTaskOfAStartedCoroutineFails() {
        run(coroutine(() -> {
            Coroutine<Object> coroutine = coroutine(() -> Coroutine.of(1));
            Task<Object> first = createTask(coroutine);
            Task<Object> second = createTask(coroutine);
            await(yieldNow());
            assertThat(first.result()).isEqualTo(1);
            assertThat(second.exception()).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("cannot reuse already awaited coroutine");
            return Coroutine.of(null);
        }));
    }

    @Test
    void refusesToTellAnOutcomeThatIsNotThere() {
        run(coroutine(() -> {
            Task<?> task = createTask(coroutine(() -> Coroutine.of(null)));
            assertThat(task.isDone()).isFalse();
            assertThatThrownBy(task::result).isInstanceOf(InvalidStateException.class).hasMessage("Result is not set.");
            assertThatThrownBy(task::exception).isInstanceOf(InvalidStateException.class).hasMessage("Exception is not set.");
            return Coroutine.of(await(task));
        }));
    }

    @Test
    void doneCallbacksRunThroughTheLoopAndCanBeTakenBack() {
        AtomicInteger calls = new AtomicInteger();
        Consumer<Object> callback = done -> calls.incrementAndGet();
        run(coroutine(() -> {
            Task<?> task = createTask(Coroutine.of(1));
            task.addDoneCallback(callback);
            task.addDoneCallback(done -> calls.addAndGet(10));
            task.addDoneCallback(callback);
            assertThat(task.removeDoneCallback(callback)).isEqualTo(2);
            assertThat(task.removeDoneCallback(callback)).isZero();
            await(task);
            assertThat(calls).hasValue(10);
            task.addDoneCallback(callback);
            assertThat(calls).hasValue(10);
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(calls).hasValue(11);
    }

    @Test
    void itsFutureHasItsOutcome() throws Exception {
        CompletableFuture<?>[] futures = new CompletableFuture<?>[2];
        IllegalArgumentException failure = new IllegalArgumentException("x");
        run(coroutine(() -> {
            futures[0] = createTask(Coroutine.of("value")).toFuture();
            futures[1] = createTask(Coroutine.failed(failure)).toFuture();
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(futures[0].get()).isEqualTo("value");
        assertThatThrownBy(futures[1]::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    }

    @Test
    void cancellingItsFutureCancelsIt() {
        run(coroutine(() -> {
            Task<?> task = createTask(coroutine(() -> {
                await(sleep(LONG));
                return Coroutine.of(null);
            }));
            task.toFuture().cancel(false);
            Throwable failure = await(failureOf(task));
            assertThat(failure).isInstanceOf(CancellationException.class);
            return Coroutine.of(null);
        }));
    }

    @Test
    void theCurrentTaskIsTheOneWhoseStepRuns() {
        List<Optional<Task<?>>> seen = new ArrayList<>();
        seen.add(Coroutines.currentTask());
        Task<?>[] main = new Task<?>[1];
        run(coroutine(() -> {
            seen.add(Coroutines.currentTask());
            main[0] = Coroutines.currentTask().orElseThrow();
            Coroutines.currentLoop().callSoon(() -> seen.add(Coroutines.currentTask()));
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(seen).containsExactly(Optional.empty(), Optional.of(main[0]), Optional.empty());
    }
}
