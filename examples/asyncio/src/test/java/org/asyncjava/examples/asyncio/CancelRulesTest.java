package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.timeoutAt;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.ExceptionGroup;
import org.asyncjava.runtime.Runner;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;
import org.junit.jupiter.api.Test;

/** Requests for cancellation that meet: each other, a time limit, a group. What CPython 3.13 prints is in the assertions. */
class CancelRulesTest {
    private final List<Object> log = new ArrayList<>();

    @Async
    private static <T> Coroutine<Void> awaiting(AsyncSupplier<T> operand) throws Exception {
        await(operand.get());
        return Coroutine.done();
    }

    /** Which of two requests comes out: made before the first step, or when the task stands at its await. */
    @Async
    private Coroutine<Void> askTwice(String where, boolean started, Awaitable<?> operand) {
        Task<?> task = createTask(operand);
        if (started) {
            await(yieldNow());
        }
        task.cancel("one");
        task.cancel("two");
        try {
            await(task);
        } catch (CancellationException e) {
            log.add(where + " " + e.getMessage());
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> asksItselfTwice() {
        currentTask().orElseThrow().cancel("one");
        currentTask().orElseThrow().cancel("two");
        await(sleep(millis(10)));
        return Coroutine.done();
    }

    @Test
    void ofTwoRequestsTheFirstToBeHeardWins() {
        Virtual.run(() -> {
            AsyncEvent never = new AsyncEvent();
            AsyncLock held = new AsyncLock();
            held.tryAcquire();
            await(askTwice("sleep", true, awaiting(() -> sleep(millis(10)))));
            await(askTwice("event", true, awaiting(never::whenSet)));
            await(askTwice("lock", true, awaiting(held::acquire)));
            Deferred<String> deferred = new Deferred<>();
            await(askTwice("deferred", true, awaitingIt(deferred)));
            Task<Void> inner = createTask(sleep(millis(10)));
            await(askTwice("task", true, awaitingIt(inner)));
            await(askTwice("unstarted", false, sleep(millis(10))));
            await(askTwice("yield", true, awaiting(() -> yieldNow())));
            await(askTwice("itself", true, asksItselfTwice()));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("sleep one", "event one", "lock one", "deferred one", "task one", "unstarted two", "yield two", "itself two");
    }

    @Async
    private static <T> Coroutine<T> awaitingIt(Awaitable<T> operand) {
        return Coroutine.of(await(operand));
    }

    @Async
    private Coroutine<Void> asksItselfBefore(AsyncSupplier<Void> limited) throws Exception {
        currentTask().orElseThrow().cancel();
        try {
            await(limited.get());
        } catch (AsyncTimeoutException e) {
            log.add("timeout");
        } catch (CancellationException e) {
            log.add("cancelled");
            throw e;
        }
        return Coroutine.done();
    }

    /** CPython swallows the cancellation in some of these (gh-134471). */
    @Test
    void aTimeLimitThatIsOverKeepsAnEarlierCancellation() {
        Virtual.run(() -> {
            for (Duration limit : List.of(millis(1), Duration.ZERO, millis(-5))) {
                List<Task<Void>> tasks = List.of(
                        createTask(asksItselfBefore(() -> withTimeout(limit, t -> sleep(millis(1000))))),
                        createTask(asksItselfBefore(() -> waitFor(sleep(millis(1000)), limit))),
                        createTask(asksItselfBefore(() -> timeoutAt(currentLoop().time(), t -> sleep(millis(1000))))));
                await(waitAll(tasks));
                assertThat(tasks).allMatch(Task::isCancelled);
            }
            return Coroutine.done();
        });
        assertThat(log).hasSize(9).containsOnly("cancelled");
    }

    @Async
    private Coroutine<Void> groupAfterASwallowedRequest(boolean goesOn) {
        try {
            await(sleep(millis(10)));
        } catch (CancellationException swallowed) {
            log.add("swallowed");
        }
        try {
            await(TaskGroup.open(g -> {
                throw new IllegalArgumentException("body");
            }));
        } catch (ExceptionGroup failed) {
            log.add("failed " + currentTask().orElseThrow().cancelling());
        }
        if (goesOn) {
            await(yieldNow());
            log.add("not reached");
        }
        return Coroutine.done();
    }

    @Test
    void aGroupWhoseBodyFailsAtOnceHasTheRequestSeenAgain() {
        Virtual.run(() -> {
            for (boolean goesOn : new boolean[] {true, false}) {
                Task<Void> task = createTask(groupAfterASwallowedRequest(goesOn));
                await(yieldNow());
                task.cancel();
                await(waitAll(List.of(task)));
                log.add(task.isCancelled());
            }
            return Coroutine.done();
        });
        assertThat(log).containsExactly("swallowed", "failed 1", true, "swallowed", "failed 1", true);
    }

    @Async
    private Coroutine<Void> holds(AsyncSupplier<Void> guarded) throws Exception {
        try {
            await(guarded.get());
        } catch (CancellationException e) {
            await(yieldNow());
            log.add("holder, a turn later");
        }
        return Coroutine.done();
    }

    /** The second of three is cancelled in the turn in which the first gives its permit back. */
    @Async
    private Coroutine<Void> release(AsyncSupplier<Void> holding, AsyncSupplier<Void> wanting) throws Exception {
        Task<Void> holder = createTask(holds(holding));
        Task<Void> second = createTask(wanting.get());
        Task<Void> third = createTask(wanting.get());
        await(yieldNow());
        holder.cancel();
        second.cancel();
        await(waitAll(List.of(holder, second, third)));
        return Coroutine.done();
    }

    private Coroutine<Void> got() {
        log.add("got it");
        return Coroutine.done();
    }

    @Test
    void aLockWaitsForWhoIsAboutToLeaveItsQueueAndASemaphoreDoesNot() {
        Virtual.run(() -> {
            AsyncLock lock = new AsyncLock();
            await(release(() -> lock.with(() -> sleep(millis(10))), () -> lock.with(this::got)));
            AsyncSemaphore semaphore = new AsyncSemaphore(1);
            await(release(() -> semaphore.with(() -> sleep(millis(10))), () -> semaphore.with(this::got)));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("holder, a turn later", "got it", "got it", "holder, a turn later");
    }

    @Async
    private static Coroutine<Void> cancelledElsewhere(Task<?> task) {
        await(toThread(task::cancel));
        return Coroutine.done();
    }

    @Test
    void inDebugModeACancellationFromAWrongThreadIsRefused() throws Exception {
        try (Runner runner = new Runner()) {
            runner.loop().setDebug(true);
            runner.run(awaiting(() -> {
                Task<Void> task = createTask(sleep(Duration.ofHours(1)));
                Deferred<Void> deferred = new Deferred<>();
                assertThat(await(Virtual.failureOf(() -> cancelledElsewhere(task)))).isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("Non-thread-safe operation");
                assertThat(await(Virtual.failureOf(() -> toThread(deferred::cancel)))).isInstanceOf(IllegalStateException.class);
                assertThat(task.cancelling()).isZero();
                task.cancel();
                return Coroutine.done();
            }));
        }
    }
}
