package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a method that returns a future goes on. */
class HotDispatchTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Executor executor = work::add;
    private final CompletableFuture<Object> operand = new CompletableFuture<>();
    private final List<Object> seen = new ArrayList<>();

    @AfterEach
    void noDispatcherIsLeftBehind() {
        assertThat(Dispatcher.current()).isEmpty();
    }

    @Test
    void withoutDispatcherItGoesOnWhereTheOperandCompletes() throws InterruptedException {
        HotScript.call(recording(operand, () -> Thread.currentThread().getName()));

        Thread completing = new Thread(() -> operand.complete(1), "completing");
        completing.start();
        completing.join();

        assertThat(seen).containsExactly("completing");
    }

    @Test
    void theDispatcherOfTheSuspensionIsInForceAgain() {
        CompletableFuture<Object> result = Dispatcher.call(executor, () -> HotScript.call(recording(operand, () -> Dispatcher.current().orElse(null))));

        operand.complete(1);
        assertThat(result).isNotDone();
        work.remove().run();

        assertThat(result).isDone();
        assertThat(seen).containsExactly(Dispatcher.of(executor));
    }

    @Test
    void onAThreadOfTheDispatcherItGoesOnAtOnce() {
        CompletableFuture<Object> result = Dispatcher.call(executor, () -> HotScript.call(recording(operand, () -> Dispatcher.current().orElse(null))));
        Dispatcher.install(executor);
        try {
            operand.complete(1);
        } finally {
            Dispatcher.install(null);
        }

        assertThat(result).isDone();
        assertThat(work).isEmpty();
    }

    @Test
    void aSegmentThatTheDispatcherRunsIsOnAThreadOfTheDispatcher() {
        CompletableFuture<Object> second = new CompletableFuture<>();
        CompletableFuture<Object> result = Dispatcher.call(executor, () -> HotScript.call(recording(second, () -> Dispatcher.current().orElse(null))));
        Dispatcher.call(executor, () -> HotScript.call(recording(operand, () -> second.complete(2))));

        operand.complete(1);
        work.remove().run();

        assertThat(result).isDone();
        assertThat(work).isEmpty();
    }

    @Test
    void duringACallWithAnExecutorItGoesOnThereAndNotOnTheCallersThread() {
        CompletableFuture<Object> result = Dispatcher.call(executor, () -> {
            CompletableFuture<Object> called = HotScript.call(recording(operand, () -> Dispatcher.current().orElse(null)));
            operand.complete(1);
            assertThat(called).isNotDone();
            return called;
        });

        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(result).isDone();
    }

    @Test
    void duringACallWithALoopItGoesOnOnTheLoopsThread() throws Exception {
        EventLoop loop = new EventLoop();
        CompletableFuture<Object> result = Dispatcher.call(loop, () -> {
            CompletableFuture<Object> called = HotScript.call(recording(operand, Thread::currentThread));
            operand.complete(1);
            assertThat(called).isNotDone();
            return called;
        });
        Thread runner = new Thread(() -> {
            try (loop) {
                loop.runUntilComplete(coroutine(() -> Coroutine.of(await(result))));
            }
        });
        runner.start();

        result.get();
        runner.join();
        assertThat(seen).containsExactly(runner);
    }

    @Test
    void aRefusalLendsTheDispatcherAThreadThatIsNotItsOwn() {
        CompletableFuture<Object> second = new CompletableFuture<>();
        List<Boolean> refusals = new ArrayList<>(List.of(true));
        Executor fullOnce = task -> {
            if (!refusals.isEmpty() && refusals.remove(0)) {
                throw new RejectedExecutionException();
            }
            work.add(task);
        };
        CompletableFuture<Object> other = Dispatcher.call(fullOnce, () -> HotScript.call(recording(second, () -> Dispatcher.current().orElse(null))));
        CompletableFuture<Object> refused = Dispatcher.call(fullOnce, () -> HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(operand);
            }
            second.complete(2);
            return received.get();
        }));

        operand.complete(1);

        assertThat(refused).isCompletedExceptionally();
        assertThat(other).isNotDone();
        work.remove().run();
        assertThat(other).isDone();
    }

    @Test
    void aMethodThatHadNoDispatcherGetsNoneFromTheCompletingThread() {
        HotScript.call(recording(operand, () -> Dispatcher.current().orElse(null)));

        Dispatcher.call(executor, () -> operand.complete(1));

        assertThat(seen).containsExactly((Object) null);
    }

    @Test
    void eachSuspensionNotesTheDispatcherAnew() {
        CompletableFuture<Object> second = new CompletableFuture<>();
        CompletableFuture<Object> result = HotScript.call((number, received) -> switch (number) {
            case 0 -> HotScript.await(operand);
            case 1 -> Dispatcher.call(executor, () -> {
                HotScript.call(recording(second, () -> Dispatcher.current().orElse(null)));
                return HotScript.await(second);
            });
            default -> Dispatcher.current().orElse(null);
        });

        operand.complete(1);
        second.complete(2);

        assertThat(result).as("suspended outside Dispatcher.call").isCompletedWithValue(null);
        work.remove().run();
        assertThat(seen).containsExactly(Dispatcher.of(executor));
    }

    @Test
    void aRefusalIsThrownAtTheAwaitOnTheCompletingThreadSoThatFinallyRuns() {
        RejectedExecutionException refusal = new RejectedExecutionException();
        CompletableFuture<Object> result = Dispatcher.call(ignored -> {
            throw refusal;
        }, () -> HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(operand);
            }
            try {
                return received.get();
            } finally {
                seen.add("finally on " + Thread.currentThread().getName());
            }
        }));

        operand.complete("not seen");

        assertThat(seen).containsExactly("finally on " + Thread.currentThread().getName());
        assertThatThrownBy(result::join).hasCause(refusal);
    }

    @Test
    void aClosedLoopRefuses() {
        EventLoop loop = new EventLoop();
        CompletableFuture<Object> result = Dispatcher.call(loop, () -> HotScript.call(recording(operand, () -> Dispatcher.current().orElse(null))));
        loop.close();

        operand.complete(1);

        assertThatThrownBy(result::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aWaitingMethodOfAnotherDispatcherIsSentThere() {
        CompletableFuture<Object> inner = HotScript.call(recording(operand, () -> Dispatcher.current().orElse(null)));
        CompletableFuture<Object> outer = Dispatcher.call(executor, () -> HotScript.call(recording(inner, () -> Dispatcher.current().orElse(null))));

        operand.complete(1);
        assertThat(inner).isDone();
        assertThat(outer).isNotDone();
        work.remove().run();

        assertThat(outer).isDone();
        assertThat(seen).containsExactly(null, Dispatcher.of(executor));
    }

    @Test
    void installSetsTheThreadsDispatcherUntilItIsTakenBack() {
        Dispatcher.install(executor);
        try {
            HotScript.call(recording(operand, () -> Dispatcher.current().orElse(null)));
        } finally {
            Dispatcher.install(null);
        }

        operand.complete(1);

        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(seen).containsExactly(Dispatcher.of(executor));
    }

    @Test
    void aLoopIsTheDispatcherOfItsThread() {
        Object dispatcher = Coroutines.run(coroutine(() -> {
            assertThatThrownBy(() -> Dispatcher.install(executor)).isInstanceOf(IllegalStateException.class);
            CompletableFuture<Object> result = HotScript.call(recording(operand, () -> Dispatcher.current().orElse(null)));
            new Thread(() -> operand.complete(1)).start();
            await(result);
            return Coroutine.of(Dispatcher.current().orElseThrow());
        }));

        assertThat(dispatcher).isInstanceOf(EventLoop.class);
        assertThat(seen).containsExactly(dispatcher);
    }

    @Test
    void aResumedSegmentBelongsToNoTask() {
        Coroutines.run(coroutine(() -> {
            HotScript.call(recording(operand, Coroutines::currentTask));
            operand.complete(1);
            seen.add(Coroutines.currentTask());
            return Coroutine.of(null);
        }));

        assertThat(seen).hasSize(2).first().isEqualTo(Optional.empty());
        assertThat((Optional<?>) seen.get(1)).isPresent();
    }

    @Test
    void executorsThatRunAtOnceDoNotRecurse() {
        Executor one = Runnable::run;
        Executor other = task -> task.run();
        List<CompletableFuture<Object>> chain = new ArrayList<>(List.of(operand));
        for (int i = 0; i < 100_000; i++) {
            CompletableFuture<Object> last = chain.get(i);
            chain.add(Dispatcher.call(i % 2 == 0 ? one : other, () -> HotScript.call(recording(last, () -> 1))));
        }

        SmallStack.run(() -> operand.complete(1));

        assertThat(chain.get(100_000)).isDone();
    }

    /** Awaits, and then notes something. */
    private HotScript.Segments recording(CompletableFuture<?> awaited, Supplier<?> what) {
        return (number, received) -> {
            if (number == 0) {
                return HotScript.await(awaited);
            }
            received.get();
            seen.add(what.get());
            return null;
        };
    }
}
