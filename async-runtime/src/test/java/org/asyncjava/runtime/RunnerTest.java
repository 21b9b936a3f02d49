package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

import org.asyncjava.Awaitable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private final Log log = new Log();

    @Test
    void returnsTheResult() {
        assertThat(run(Coroutine.of(42))).isEqualTo(42);
    }

    @Test
    void throwsTheOriginalFailure() {
        IOException failure = new IOException("disk");
        assertThatThrownBy(() -> run(coroutine(() -> {
            await(yieldNow());
            throw failure;
        }), IOException.class)).isSameAs(failure);
    }

    @Test
    @DisplayName("HARD_CASES 74: run inside run")
    void refusesToRunInsideARunningLoop() {
        assertThatThrownBy(() -> run(coroutine(() -> Coroutine.of(run(Coroutine.of(1))))))
                .isInstanceOf(IllegalStateException.class).hasMessage("run() cannot be called from a running event loop");
    }

    @Test
    void closesItsLoop() {
        EventLoop[] loop = new EventLoop[1];
        run(coroutine(() -> {
            loop[0] = Coroutines.currentLoop();
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(loop[0].isClosed()).isTrue();
        assertThat(loop[0].isRunning()).isFalse();
        assertThatThrownBy(() -> loop[0].callSoon(log.adding("late"))).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void cancelsLeftoversAlsoWhenItsCoroutineFails() {
        IOException failure = new IOException("disk");
        assertThatThrownBy(() -> run(coroutine(() -> {
            createTask(coroutine(() -> {
                Throwable cancellation = await(failureOf(sleep(Duration.ofDays(1))));
                log.cancelled("leftover", cancellation);
                return Coroutine.of(null);
            }));
            await(yieldNow());
            throw failure;
        }))).isSameAs(failure);
        assertThat(log.entries()).containsExactly("leftover null");
    }

    @Test
    void tasksThatCleanUpCodeMakesAreReportedNotRun() {
        List<FailureContext> reported = new ArrayList<>();
        run(coroutine(() -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            createTask(coroutine(() -> {
                Throwable cancellation = await(failureOf(sleep(Duration.ofDays(1))));
                createTask(coroutine(() -> {
                    await(sleep(Duration.ofDays(1)));
                    return Coroutine.of(null);
                }));
                throw Sneaky.rethrow(cancellation);
            }));
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(reported).extracting(FailureContext::message).containsExactly("Task was destroyed but it is pending!");
    }

    @Test
    void anInterruptCancelsTheMainTaskAndIsGivenBack() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        FutureTask<Boolean> program = new FutureTask<>(() -> {
            assertThatThrownBy(() -> run(coroutine(() -> {
                asleep.countDown();
                Throwable failure = await(failureOf(sleep(Duration.ofDays(1))));
                log.cancelled("main", failure);
                throw Sneaky.rethrow(failure);
            }))).isInstanceOf(CancellationException.class);
            return Thread.interrupted();
        });
        Thread thread = new Thread(program);
        thread.start();
        asleep.await();
        thread.interrupt();
        assertThat(program.get()).isTrue();
        assertThat(log.entries()).containsExactly("main null");
    }

    @Test
    void withoutALoopEverythingThatNeedsOneSaysWhatToDo() {
        assertThatThrownBy(() -> createTask(Coroutine.of(1))).isInstanceOf(IllegalStateException.class)
                .hasMessage("no running event loop: createTask works only inside Coroutines.run(...) or another running EventLoop,"
                        + " on the loop's thread; elsewhere use TaskGroup.open(g -> ...); a method that returns a CompletableFuture starts at once anyway");
        assertThatThrownBy(() -> run((Awaitable<?>) null)).isInstanceOf(NullPointerException.class);
    }
}
