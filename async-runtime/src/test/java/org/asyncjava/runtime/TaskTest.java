package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Duration LONG = Duration.ofSeconds(100);

    @Test
    void printsAsInAsyncio() {
        run(named("main").then(v -> {
            Task<String> task = createTask(Steps.<String>named("fetch").then(w -> sleep(LONG)).handle((w, failure) -> result("value")), "fetcher");
            assertThat(task).hasToString("<Task pending name='fetcher' coro=<Demo.fetch() created>>");
            return Steps.after(yieldNow(), task);
        }).then(v -> {
            Task<?> task = (Task<?>) v;
            assertThat(task).hasToString("<Task pending name='fetcher' coro=<Demo.fetch() running at Demo.java:11>>");
            task.cancel();
            assertThat(task).hasToString("<Task cancelling name='fetcher' coro=<Demo.fetch() running at Demo.java:11>>");
            return Steps.after(yieldNow(), task);
        }).then(v -> {
            assertThat(v).hasToString("<Task finished name='fetcher' coro=<Demo.fetch() done> result=value>");
            return result(null);
        }));
    }

    @Test
    void aNameThatIsNullIsOneThatIsMadeUpWhoeverIsAsked() {
        try (Runner runner = new Runner()) {
            runner.run(namesOf(runner.loop()));
        }
    }

    private static Coroutine<?> namesOf(EventLoop loop) {
        return named("main").then(v -> {
            assertThat(createTask(named("first"), (String) null).name()).isEqualTo("Task-2");
            assertThat(createTask(named("second"), TaskOptions.named(null)).name()).isEqualTo("Task-3");
            assertThat(loop.createTask(named("third"), (String) null).name()).isEqualTo("Task-4");
            return TaskGroup.open(group -> {
                assertThat(group.createTask(named("fourth"), (String) null).name()).isEqualTo("Task-5");
                return Coroutine.done();
            });
        });
    }

    @Test
    void printsFailuresAndCancellations() {
        run(named("main").then(v -> {
            Task<?> failing = createTask(Coroutine.failed(new IllegalArgumentException("x")));
            Task<?> cancelled = createTask(named("cancelled"));
            cancelled.cancel();
            return Steps.after(yieldNow(), new Task<?>[] {failing, cancelled});
        }).then(v -> {
            Task<?>[] tasks = (Task<?>[]) v;
            assertThat(tasks[0].toString()).startsWith("<Task finished name='Task-2' coro=")
                    .endsWith(" exception=java.lang.IllegalArgumentException: x>");
            assertThat(tasks[0].exception()).hasMessage("x");
            assertThat(tasks[1]).hasToString("<Task cancelled name='Task-3' coro=<Demo.cancelled() done>>");
            return result(null);
        }));
    }

    @Test
    void showsItsSuspendedMethodsInnermostFirst() {
        run(named("main").then(v -> {
            Task<?> task = createTask(named("outer").then(w -> Coroutine.done()).then(w -> named("inner").then(x -> sleep(LONG)).then(Steps::result))
                    .then(Steps::result));
            assertThat(task.getStack()).extracting(StackTraceElement::getMethodName).isEmpty();
            return Steps.after(yieldNow(), task);
        }).then(v -> {
            assertThat(((Task<?>) v).getStack()).extracting(StackTraceElement::toString)
                    .containsExactly("demo.Demo.inner(Demo.java:11)", "demo.Demo.outer(Demo.java:12)");
            return result(null);
        }));
    }

    @Test
    @DisplayName("HARD_CASES 67: awaiting itself")
    void cannotAwaitItself() {
        run(named("main").then(v -> {
            Task<?>[] self = new Task<?>[1];
            self[0] = createTask(named("self").then(w -> self[0]));
            return self[0];
        }).handle((v, failure) -> {
            assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("Task cannot await on itself: <Task pending name='Task-2'");
            return result(null);
        }));
    }

    @Test
    void cannotAwaitAFutureOfAnotherLoop() {
        EventLoop other = new EventLoop();
        Deferred<Void> foreign = new Deferred<>(other);
        assertThatThrownBy(() -> run(named("main").then(v -> foreign))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("<Task pending name='Task-1'").hasMessageContaining("attached to a different loop");
        other.close();
    }

    @Test
    void aTaskOfAStartedCoroutineFails() {
        run(named("main").then(v -> {
            Coroutine<Object> coroutine = named("once").then(w -> result(1));
            Task<Object> first = createTask(coroutine);
            Task<Object> second = createTask(coroutine);
            return Steps.after(yieldNow(), new Task<?>[] {first, second});
        }).then(v -> {
            Task<?>[] tasks = (Task<?>[]) v;
            assertThat(tasks[0].result()).isEqualTo(1);
            assertThat(tasks[1].exception()).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("cannot reuse already awaited coroutine");
            return result(null);
        }));
    }

    @Test
    void refusesToTellAnOutcomeThatIsNotThere() {
        run(named("main").then(v -> {
            Task<?> task = createTask(named("pending"));
            assertThat(task.isDone()).isFalse();
            assertThatThrownBy(task::result).isInstanceOf(IllegalStateException.class).hasMessage("Result is not set.");
            assertThatThrownBy(task::exception).isInstanceOf(IllegalStateException.class).hasMessage("Exception is not set.");
            return task;
        }));
    }

    @Test
    void doneCallbacksRunThroughTheLoopAndCanBeTakenBack() {
        AtomicInteger calls = new AtomicInteger();
        Consumer<Object> callback = done -> calls.incrementAndGet();
        run(named("main").then(v -> {
            Task<?> task = createTask(Coroutine.of(1));
            task.addDoneCallback(callback);
            task.addDoneCallback(done -> calls.addAndGet(10));
            task.addDoneCallback(callback);
            assertThat(task.removeDoneCallback(callback)).isEqualTo(2);
            assertThat(task.removeDoneCallback(callback)).isZero();
            return Steps.after(named("awaiting").then(w -> task), task);
        }).then(v -> {
            assertThat(calls).hasValue(10);
            ((Task<?>) v).addDoneCallback(callback);
            assertThat(calls).hasValue(10);
            return yieldNow();
        }));
        assertThat(calls).hasValue(11);
    }

    @Test
    void itsFutureHasItsOutcome() throws Exception {
        CompletableFuture<?>[] futures = new CompletableFuture<?>[2];
        IllegalArgumentException failure = new IllegalArgumentException("x");
        run(named("main").then(v -> {
            futures[0] = createTask(Coroutine.of("value")).toFuture();
            futures[1] = createTask(Coroutine.failed(failure)).toFuture();
            return Steps.after(yieldNow(), null);
        }).then(v -> yieldNow()));
        assertThat(futures[0].get()).isEqualTo("value");
        assertThatThrownBy(futures[1]::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    }

    @Test
    void cancellingItsFutureCancelsIt() {
        run(named("main").then(v -> {
            Task<?> task = createTask(named("sleeper").then(w -> sleep(LONG)));
            task.toFuture().cancel(false);
            return task;
        }).handle((v, failure) -> {
            assertThat(failure).isInstanceOf(CancellationException.class);
            return result(null);
        }));
    }

    @Test
    void theCurrentTaskIsTheOneWhoseStepRuns() {
        List<Optional<Task<?>>> seen = new ArrayList<>();
        seen.add(Coroutines.currentTask());
        Task<?>[] main = new Task<?>[1];
        run(named("main").then(v -> {
            seen.add(Coroutines.currentTask());
            main[0] = Coroutines.currentTask().orElseThrow();
            Coroutines.currentLoop().callSoon(() -> seen.add(Coroutines.currentTask()));
            return yieldNow();
        }));
        assertThat(seen).containsExactly(Optional.empty(), Optional.of(main[0]), Optional.empty());
    }
}
