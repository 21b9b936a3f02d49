package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitAny;
import static org.asyncjava.runtime.Coroutines.waitFirstException;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.Waited;
import org.junit.jupiter.api.Test;

/** {@code wait} and {@code wait_for}. */
class WaitingTest {
    private final Actors actors = new Actors();
    private final List<Object> log = actors.log;

    private void note(Waited<?> waited) {
        log.add(waited.done().size() + " done " + waited.pending().size() + " pending");
    }

    @Test
    void waitsForTasksWithoutAskingForTheirOutcomes() {
        Virtual.run(() -> {
            List<Task<String>> tasks = List.of(createTask(actors.ok("a", 20)), createTask(actors.bad("b", 10)), createTask(actors.ok("c", 30)));
            note(await(waitFirstException(tasks)));
            note(await(waitAny(tasks)));
            note(await(waitAll(tasks, millis(0))));
            Waited<Task<String>> all = await(waitAll(tasks));
            note(all);
            assertThat(all.done()).containsExactlyElementsOf(tasks);
            assertThat(tasks.get(1).exception()).hasMessage("b");
            return Coroutine.done();
        });
        assertThat(log).containsExactly("1 done 2 pending", "1 done 2 pending", "1 done 2 pending", "a", "c", "3 done 0 pending");
    }

    @Test
    void aTimeLimitCancelsNothing() {
        Virtual.run(() -> {
            List<Task<String>> tasks = List.of(createTask(actors.ok("a", 20)), createTask(actors.ok("b", 40)));
            note(await(waitAll(tasks, millis(30))));
            note(await(waitAny(tasks, millis(1))));
            note(await(waitFirstException(tasks, millis(1))));
            await(tasks.get(1));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a", "1 done 1 pending", "1 done 1 pending", "1 done 1 pending", "b");
    }

    @Test
    void cancellingTheWaitLeavesTheTasksAlone() {
        Virtual.run(() -> {
            Task<String> task = createTask(actors.ok("x", 20));
            Task<?> waiting = createTask(waitAll(List.of(task)));
            await(yieldNow());
            waiting.cancel();
            Throwable failure = await(Virtual.failureOf(() -> Coroutine.of(await(waiting))));
            assertThat(failure).isInstanceOf(CancellationException.class);
            log.add(await(task));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("x", "x");
    }

    @Test
    void aTaskThatIsNamedTwiceCountsOnceAndACancelledOneHasNotFailed() {
        Virtual.run(() -> {
            Task<String> cancelled = createTask(actors.ok("x", 20));
            Task<String> other = createTask(actors.ok("y", 20));
            await(yieldNow());
            cancelled.cancel();
            note(await(waitFirstException(List.of(cancelled, cancelled, other))));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("x cancelled", "y", "2 done 0 pending");
    }

    @Test
    void nothingToWaitForIsRefused() {
        assertThatThrownBy(() -> waitAll(List.<Task<String>>of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing to wait for: the collection of tasks is empty");
        assertThatThrownBy(() -> waitAny((List<Task<String>>) null)).isInstanceOf(NullPointerException.class);
    }

    // HARD_CASES 70
    @Test
    void whatIsNotDoneInTimeIsCancelledAndHasEndedWhenTheCallGoesOn() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> waitFor(slowToEnd(), millis(10))));
            assertThat(failure).isInstanceOf(AsyncTimeoutException.class);
            log.add("timeout");
            log.add(await(waitFor(actors.stubborn("value"), millis(10))));
            log.add(await(Virtual.failureOf(() -> waitFor(actors.failsWhenCancelled("error"), millis(10)))).getMessage());
            log.add(await(waitFor(actors.ok("quick", 5), millis(10))));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("ended", "timeout", "value goes on", "value", "error fails", "error", "quick", "quick");
    }

    @Async
    private Coroutine<Void> slowToEnd() {
        try {
            await(actors.stubborn("slow"));
            log.remove("slow goes on");
        } finally {
            await(yieldNow());
            log.add("ended");
        }
        throw new CancellationException();
    }

    @Test
    void withNoTimeAtAllACoroutineIsNotEvenStarted() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> waitFor(neverRuns(), millis(0))));
            assertThat(failure).isInstanceOf(AsyncTimeoutException.class).hasCauseInstanceOf(CancellationException.class);
            Deferred<Integer> done = new Deferred<>();
            done.complete(3);
            log.add(await(waitFor(done, millis(-1))));
            Task<String> stubborn = createTask(actors.stubborn("kept"));
            await(yieldNow());
            log.add(await(waitFor(stubborn, millis(0))));
            return Coroutine.done();
        });
        assertThat(log).containsExactly(3, "kept goes on", "kept");
    }

    @Async
    private Coroutine<Void> neverRuns() {
        log.add("ran");
        return Coroutine.done();
    }

    @Test
    void cancellingTheOneGoesToTheOther() {
        Virtual.run(() -> {
            Task<String> inner = createTask(actors.ok("inner", 1000));
            Task<String> outer = createTask(waitFor(inner, millis(500)));
            await(yieldNow());
            outer.cancel();
            Throwable failure = await(Virtual.failureOf(() -> Coroutine.of(await(outer))));
            assertThat(failure).isInstanceOf(CancellationException.class);
            log.add(inner.isCancelled());
            Task<String> other = createTask(actors.ok("other", 1000));
            Task<String> waiting = createTask(waitFor(other, millis(500)));
            await(yieldNow());
            other.cancel();
            assertThat(await(Virtual.failureOf(() -> Coroutine.of(await(waiting))))).isInstanceOf(CancellationException.class);
            return Coroutine.done();
        });
        assertThat(log).containsExactly("inner cancelled", true, "other cancelled");
    }
}
