package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.on;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.asyncjava.Awaitable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A loop on virtual time that waits for another one: its time stands still, unless the other waits for it. The loops take turns on one thread, so that it
 * can be asked at each point whether time would pass.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkElsewhereTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final EventLoop here = TestLoop.withVirtualTime();
    private final EventLoop there = TestLoop.withVirtualTime();
    private final EventLoop further = new EventLoop();
    private final Queue<Runnable> pool = new ArrayDeque<>();
    private final CompletableFuture<Object> work = new CompletableFuture<>();

    /** How something is awaited that is done elsewhere. */
    private enum Way {
        A_CALL {
            @Override
            Awaitable<Object> of(WorkElsewhereTest test, AsyncSupplier<Object> code) {
                return test.there.call(code);
            }
        },
        AN_EXECUTORS_STRAND {
            @Override
            Awaitable<Object> of(WorkElsewhereTest test, AsyncSupplier<Object> code) {
                return on(test.pool::add, code);
            }
        },
        A_METHOD_THAT_CALLS {
            @Override
            Awaitable<Object> of(WorkElsewhereTest test, AsyncSupplier<Object> code) {
                return coroutine(() -> Coroutine.of(await(hot(() -> test.there.call(code)))));
            }
        },
        A_TASK_THAT_CALLS {
            @Override
            Awaitable<Object> of(WorkElsewhereTest test, AsyncSupplier<Object> code) {
                return test.here.createTask(test.there.call(code));
            }
        };

        abstract Awaitable<Object> of(WorkElsewhereTest test, AsyncSupplier<Object> code);
    }

    private static void turn(EventLoop loop) {
        if (!loop.isClosed()) {
            loop.callSoon(loop::stop);
            loop.runForever();
        }
    }

    /** Lets all do what they can do without time. */
    private void alternate() {
        for (int i = 0; i < 20; i++) {
            turn(here);
            turn(there);
            turn(further);
            for (Runnable run = pool.poll(); run != null; run = pool.poll()) {
                run.run();
            }
        }
    }

    /** Whether time passes when nothing can run; it is seconds at most. */
    private boolean timePasses() {
        Task<Void> sleeping = here.createTask(sleep(SECOND));
        turn(here);
        boolean passes = here.scheduler.skipsTime();
        sleeping.cancel();
        turn(here);
        return passes;
    }

    @AfterEach
    void timePassesWhenNothingIsAtWork() {
        alternate();
        assertThat(timePasses()).isTrue();
        List.of(here, there, further).forEach(EventLoop::close);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void timeStandsStillUntilTheOtherLoopHasDoneIt(Way way) {
        Task<Object> limited = here.createTask(waitFor(way.of(this, () -> Coroutine.of(await(work))), SECOND));
        alternate();
        assertThat(timePasses()).isFalse();

        work.complete("done");
        alternate();
        assertThat(limited.result()).isEqualTo("done");
        assertThat(here.time()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void timeGoesOnAfterAFailure(Way way) {
        Task<Throwable> task = here.createTask(failureOf(way.of(this, () -> Coroutine.of(await(work)))));
        alternate();
        work.completeExceptionally(new IllegalArgumentException("x"));
        alternate();

        assertThat(task.result()).hasMessage("x");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void timeGoesOnAfterACancellation(Way way) {
        CompletableFuture<Object> cleanUp = new CompletableFuture<>();
        Task<Throwable> task = here.createTask(failureOf(way.of(this, () -> {
            try {
                return Coroutine.of(await(work));
            } finally {
                await(cleanUp);
            }
        })));
        alternate();
        task.cancel();
        alternate();
        assertThat(timePasses()).isFalse();

        cleanUp.complete(null);
        alternate();
        assertThat(task.result()).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void timeGoesOnAfterACancellationThatComesBeforeTheWork(Way way) {
        Task<Throwable> task = here.createTask(failureOf(way.of(this, () -> Coroutine.of(await(work)))));
        for (int i = 0; i < 3; i++) {
            turn(here);
        }
        assertThat(timePasses()).isFalse();
        task.cancel();
        for (int i = 0; i < 6; i++) {
            turn(here);
        }

        assertThat(task.result()).isInstanceOf(CancellationException.class);
        assertThat(timePasses()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = {"A_CALL", "A_METHOD_THAT_CALLS", "A_TASK_THAT_CALLS"})
    void timeGoesOnWhenTheOtherLoopIsClosed(Way way) {
        Task<Throwable> before = here.createTask(failureOf(way.of(this, () -> Coroutine.of(await(work)))));
        there.setExceptionHandler((loop, leftOver) -> assertThat(leftOver.message()).contains("pending"));
        alternate();
        there.close();
        alternate();
        Task<Throwable> after = here.createTask(failureOf(way.of(this, () -> Coroutine.of(await(work)))));
        alternate();

        assertThat(List.of(before.result(), after.result())).allSatisfy(refused -> assertThat(refused).isInstanceOf(RejectedExecutionException.class));
    }

    @Test
    void timeGoesOnWhenTheExecutorRefuses() {
        Task<Throwable> task = here.createTask(failureOf(on(run -> {
            throw new RejectedExecutionException("full");
        }, () -> Coroutine.of(1))));
        alternate();

        assertThat(task.result()).hasMessage("full");
    }

    @Test
    void timeGoesOnAfterWorkThatWasDoneAtOnce() {
        Task<Object> task = here.createTask(on(Runnable::run, () -> Coroutine.of("at once")));
        alternate();

        assertThat(task.result()).isEqualTo("at once");
    }

    @Test
    void timeStandsStillWhileAStrandGathers() {
        Deferred<List<Object>> gathered = Dispatcher.call(pool::add, this::gathering).join();
        Task<List<Object>> limited = here.createTask(waitFor(gathered, SECOND));
        alternate();
        assertThat(timePasses()).isFalse();

        work.complete("done");
        alternate();
        assertThat(limited.result()).containsExactly("done", 1);
    }

    /** Without a loop. */
    private CompletableFuture<Deferred<List<Object>>> gathering() {
        return CompletableFuture.completedFuture(gather(List.<Coroutine<Object>>of(coroutine(() -> Coroutine.of(await(work))), Coroutine.of(1))));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void timePassesForWhatTheWorkAsksOfTheLoopThatWaits(Way way) {
        Task<Object> limited = here.createTask(waitFor(way.of(this, () -> Coroutine.of(await(here.call(() -> {
            await(sleep(SECOND));
            return Coroutine.of("asked");
        })))), HOUR));
        alternate();
        assertThat(here.scheduler.skipsTime()).isTrue();
        alternate();

        assertThat(limited.result()).isEqualTo("asked");
        assertThat(here.time()).isEqualTo(SECOND.toNanos());
    }

    @Test
    void timeStandsStillAgainOnceTheAnswerIsThere() {
        Task<Object> limited = here.createTask(waitFor(there.call(() -> {
            await(here.call(() -> Coroutine.of(1)));
            return Coroutine.of(await(work));
        }), SECOND));
        alternate();
        assertThat(timePasses()).isFalse();

        work.complete("done");
        alternate();
        assertThat(limited.result()).isEqualTo("done");
    }

    @Test
    void itDoesNotMatterOverHowManyLoopsTheQuestionComes() {
        Task<List<Object>> task = here.createTask(there.call(() -> Coroutine.of(await(gather(further.call(() -> Coroutine.of(await(here.call(() -> {
            await(sleep(SECOND));
            return Coroutine.<Object>of("asked");
        })))))))));
        alternate();
        assertThat(here.scheduler.skipsTime()).isTrue();
        alternate();

        assertThat(task.result()).containsExactly("asked");
    }

    @Test
    void anAnswerThatWaitsForTheOtherLoopInTurnHoldsTime() {
        Task<Object> limited = here.createTask(waitFor(there.call(() -> Coroutine.of(await(here.call(() -> Coroutine.of(await(there.call(() -> Coroutine.of(
                await(work))))))))), SECOND));
        alternate();
        assertThat(timePasses()).isFalse();

        work.complete("done");
        alternate();
        assertThat(limited.result()).isEqualTo("done");
    }

    @Test
    void whatOthersAskOfTheLoopLetsNoTimePass() {
        Task<Object> limited = here.createTask(waitFor(there.call(() -> Coroutine.of(await(work))), SECOND));
        Task<Void> other = further.createTask(here.call(() -> Coroutine.of(await(sleep(Duration.ofMillis(1))))));
        alternate();
        assertThat(here.scheduler.skipsTime()).isFalse();

        work.complete("done");
        alternate();
        assertThat(limited.result()).isEqualTo("done");
        assertThat(here.scheduler.skipsTime()).isTrue();
        alternate();
        assertThat(other.isDone()).isTrue();
    }

    @Test
    void whatGoesOnAfterTheWorkNoLongerBelongsToIt() {
        Task<Void> task = here.createTask(there.call(() -> {
            Coroutines.createTask(coroutine(() -> {
                await(work);
                return Coroutine.of(await(here.call(() -> Coroutine.of(await(sleep(SECOND))))));
            }));
            return Coroutine.done();
        }));
        alternate();
        assertThat(task.isDone()).isTrue();
        work.complete(null);
        alternate();

        assertThat(here.scheduler.skipsTime()).isTrue();
        alternate();
        assertThat(here.time()).isEqualTo(SECOND.toNanos());
    }

    @Test
    void aThreadMayAskTheLoopThatWaitsForIt() {
        Object answer = here.runUntilComplete(toThread(() -> runCoroutineThreadsafe(sleep(HOUR, "asked"), here).join()));

        assertThat(answer).isEqualTo("asked");
        assertThat(here.time()).isEqualTo(HOUR.toNanos());
    }
}
