package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.time.Duration;
import java.util.concurrent.CancellationException;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.junit.jupiter.api.Test;

/** What CPython 3.11 does in the same programs. */
class CancellationTest { // HARD_CASES 68
    private static final Duration LONG = Duration.ofSeconds(100);

    private final Log log = new Log();

    @Test
    void betweenTheResultAndTheWakeUpCancellationWinsAndTheResultStays() {
        run(coroutine(() -> {
            Deferred<Integer> future = new Deferred<>();
            Task<Object> task = createTask(coroutine(() -> {
                Throwable failure = await(failureOf(future));
                log.cancelled("cancelled", failure);
                return Coroutine.of(7);
            }));
            await(yieldNow());
            future.complete(5);
            log.add(task.cancel("m1"));
            log.add(task.cancel("m2"));
            log.add(task.cancelling());
            var w = await(task);
            log.add(w);
            log.add(task.isCancelled());
            log.add(future.result());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly(true, true, 2, "cancelled m2", 7, false, 5);
    }

    @Test
    void aSecondRequestInterruptsTheCleanUpAndTheFirstExceptionGoesOn() {
        run(coroutine(() -> {
            Task<Object> task = createTask(cleaningUp());
            await(yieldNow());
            task.cancel("one");
            await(yieldNow());
            task.cancel("two");
            Throwable failure = await(failureOf(task));
            log.cancelled("outer", failure);
            log.add(task.isCancelled());
            log.add(task.cancelling());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("finally", "second two", "cleaned", "outer one", true, 2);
    }

    @Async
    private Coroutine<Object> cleaningUp() {
        try {
            return Coroutine.of(await(sleep(LONG)));
        } finally {
            log.add("finally");
            log.cancelled("second", await(failureOf(sleep(LONG))));
            await(yieldNow());
            log.add("cleaned");
        }
    }

    @Test
    void anAwaitedTaskIsCancelledToo() {
        run(coroutine(() -> {
            Task<?> inner = createTask(rethrowing("inner", sleep(LONG)));
            Task<?> outer = createTask(rethrowing("outer", inner));
            await(yieldNow());
            await(yieldNow());
            outer.cancel("message");
            log.add(inner.cancelling());
            log.add(outer.cancelling());
            await(Coroutines.gatherOutcomes(inner, outer));
            log.add(inner.isCancelled() && outer.isCancelled());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly(1, 1, "inner message", "outer message", true);
    }

    @Async
    private Coroutine<Object> rethrowing(String who, Awaitable<?> operand) {
        Throwable failure = await(failureOf(operand));
        log.cancelled(who, failure);
        throw Sneaky.rethrow(failure);
    }

    @Test
    void aTaskThatHasNotStartedNeverRunsItsBody() {
        run(coroutine(() -> {
            Task<Object> task = createTask(coroutine(() -> {
                log.add("ran");
                return Coroutine.of(null);
            }));
            log.add(task.cancel());
            Throwable failure = await(failureOf(task));
            log.cancelled("main", failure);
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly(true, "main null");
    }

    @Test
    void aTaskThatCancelsItselfEndsCancelledIfItDoesNotAwaitAgain() {
        assertThat(endOf(coroutine(() -> {
            Coroutines.currentTask().orElseThrow().cancel("self");
            return Coroutine.of(3);
        }))).isInstanceOf(CancellationException.class).hasMessage("self");
    }

    @Test
    void aFailureIsStrongerThanACancellationThatWasNotDelivered() {
        assertThat(endOf(coroutine(() -> {
            Coroutines.currentTask().orElseThrow().cancel();
            throw new IllegalArgumentException("x");
        }))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTaskThatCancelsItselfHearsOfItAtItsNextAwaitAndMayGoOn() {
        assertThat(endOf(coroutine(() -> {
            Coroutines.currentTask().orElseThrow().cancel();
            Throwable failure = await(failureOf(yieldNow()));
            log.cancelled("at await", failure);
            await(yieldNow());
            return Coroutine.of("value");
        }))).isNull();
        assertThat(log.entries()).containsExactly("at await null");
    }

    /** The failure of a task, or null. */
    private static Throwable endOf(Coroutine<?> coroutine) {
        return run(coroutine(() -> {
            Throwable failure = await(failureOf(createTask(coroutine)));
            return Coroutine.of(failure);
        }));
    }

    @Test
    void requestsAreCountedAndCanBeTakenBack() {
        run(coroutine(() -> {
            Task<Object> task = createTask(coroutine(() -> {
                Throwable failure = await(failureOf(sleep(LONG)));
                Task<?> self = Coroutines.currentTask().orElseThrow();
                log.cancelled("swallowed", failure);
                log.add(self.cancelling());
                log.add(self.uncancel());
                log.add(self.uncancel());
                log.add(self.uncancel());
                await(yieldNow());
                return Coroutine.of(1);
            }));
            await(yieldNow());
            task.cancel();
            task.cancel();
            var w = await(task);
            log.add(w);
            log.add(task.isCancelled());
            log.add(task.cancel());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("swallowed null", 2, 1, 0, 0, 1, false, false);
    }

    @Test
    void takingBackTheLastRequestDropsWhatWasNotDelivered() {
        assertThat(endOf(coroutine(() -> {
            Task<?> self = Coroutines.currentTask().orElseThrow();
            self.cancel();
            self.uncancel();
            await(yieldNow());
            return Coroutine.of(null);
        }))).isNull();
    }

    @Test
    void tasksThatAwaitEachOtherInACircleCanBeCancelled() {
        run(coroutine(() -> {
            Task<?>[] tasks = new Task<?>[3];
            tasks[0] = createTask(coroutine(() -> Coroutine.of(await(tasks[1]))));
            tasks[1] = createTask(coroutine(() -> Coroutine.of(await(tasks[2]))));
            tasks[2] = createTask(coroutine(() -> Coroutine.of(await(tasks[1]))));
            await(yieldNow());
            await(yieldNow());
            tasks[0].cancel("circle");
            Throwable failure = await(failureOf(tasks[0]));
            log.cancelled("main", failure);
            log.add(tasks[1].isCancelled() && tasks[2].isCancelled());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("main circle", true);
    }

    @Test
    void aCancelledDeferredThrowsAtTheAwaitOfEveryWaiter() {
        run(coroutine(() -> {
            Deferred<Void> future = new Deferred<>();
            Task<?> first = createTask(rethrowing("first", future));
            Task<?> second = createTask(rethrowing("second", future));
            await(yieldNow());
            log.add(future.cancel("gone"));
            log.add(future.cancel());
            return Coroutine.of(await(Coroutines.gatherOutcomes(first, second)));
        }));
        assertThat(log.entries()).containsExactly(true, false, "first gone", "second gone");
    }
}
