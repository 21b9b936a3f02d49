package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.asyncjava.Awaiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeferredTest {
    private final EventLoop loop = new EventLoop();
    private final Deferred<String> deferred = new Deferred<>(loop);

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    @Test
    void hasTheResultThatItIsGiven() {
        assertThat(deferred).hasToString("<Deferred pending>");
        deferred.complete("value");
        assertThat(deferred.isDone()).isTrue();
        assertThat(deferred.isCancelled()).isFalse();
        assertThat(deferred.result()).isEqualTo("value");
        assertThat(deferred.exception()).isNull();
        assertThat(deferred).hasToString("<Deferred finished result=value>");
    }

    @Test
    void nullIsAResult() {
        deferred.complete(null);
        assertThat(deferred.isDone()).isTrue();
        assertThat(deferred.result()).isNull();
        assertThat(deferred).hasToString("<Deferred finished result=null>");
    }

    @Test
    void throwsTheFailureThatItIsGiven() {
        Exception failure = new Exception("checked");
        deferred.fail(failure);
        assertThat(deferred).hasToString("<Deferred finished exception=java.lang.Exception: checked>");
        assertThat(deferred.exception()).isSameAs(failure);
        assertThatThrownBy(deferred::result).isSameAs(failure);
    }

    @Test
    void cancelledItThrowsWhoeverAsks() {
        assertThat(deferred.cancel("because")).isTrue();
        assertThat(deferred.isCancelled()).isTrue();
        assertThat(deferred).hasToString("<Deferred cancelled>");
        assertThatThrownBy(deferred::result).isInstanceOf(CancellationException.class).hasMessage("because");
        assertThatThrownBy(deferred::exception).isInstanceOf(CancellationException.class).hasMessage("because");
        assertThat(deferred.cancel()).isFalse();
    }

    @Test
    void hasOneOutcomeOnly() {
        deferred.complete("first");
        assertThatThrownBy(() -> deferred.complete("second")).isInstanceOf(InvalidStateException.class)
                .hasMessage("invalid state: <Deferred finished result=first>");
        assertThatThrownBy(() -> deferred.fail(new Exception())).isInstanceOf(InvalidStateException.class);
        assertThat(deferred.cancel()).isFalse();
        assertThat(deferred.result()).isEqualTo("first");
    }

    @Test
    void canBeCompletedFromAnyThread() {
        new Thread(() -> deferred.completeThreadsafe("late")).start();
        assertThat(loop.runUntilComplete(deferred)).isEqualTo("late");
        deferred.completeThreadsafe("too late");
        deferred.failThreadsafe(new Exception());
        loop.runUntilComplete(Coroutine.done());
        assertThat(deferred.result()).isEqualTo("late");
    }

    @Test
    void canBeFailedFromAnyThread() {
        Exception failure = new Exception("late");
        new Thread(() -> deferred.failThreadsafe(failure)).start();
        assertThatThrownBy(() -> loop.runUntilComplete(deferred)).isSameAs(failure);
    }

    @Async
    private static Coroutine<Object> a(Deferred<Object> shared) {
        return Coroutine.of(await(shared));
    }

    @Async
    private static Coroutine<Object> b(Deferred<Object> shared) {
        return Coroutine.of(await(shared));
    }

    @Test
    @DisplayName("HARD_CASES 36: one failure, two waiters")
    void givesEveryWaiterTheSameFailureWhoseTraceNamesTheFirst() {
        IllegalStateException failure = new IllegalStateException("shared");
        int frames = failure.getStackTrace().length;
        List<Outcome<Object>> outcomes = run(coroutine(() -> {
            Deferred<Object> shared = new Deferred<>();
            Deferred<List<Outcome<Object>>> both = Coroutines.gatherOutcomes(a(shared), b(shared));
            createTask(coroutine(() -> {
                await(yieldNow());
                shared.fail(failure);
                return Coroutine.done();
            }));
            return Coroutine.of(await(both));
        }));
        assertThat(outcomes).extracting(Outcome::failure).containsExactly(failure, failure);
        assertThat(failure.getStackTrace()).hasSize(frames + 1);
        assertThat(failure.getStackTrace()[frames]).asString().startsWith("async//org.asyncjava.runtime.DeferredTest.a(DeferredTest.java:");
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void ofARunningLoopNeedsOne() {
        assertThatThrownBy(Deferred::new).isInstanceOf(IllegalStateException.class).hasMessageContaining("no running event loop: new Deferred()");
    }

    @Test
    void canBeAwaitedByHand() throws Throwable {
        Awaiter<String> awaiter = deferred.awaiter();
        Log log = new Log();
        awaiter.onDone(log.adding("done"));
        assertThat(awaiter.isDone()).isFalse();
        deferred.complete("value");
        assertThat(awaiter.isDone()).isTrue();
        assertThat(awaiter.result()).isEqualTo("value");
        assertThat(awaiter.cancel()).isFalse();
        loop.runUntilComplete(Coroutine.done());
        assertThat(log.entries()).containsExactly("done");
    }

    @Test
    void madeFromAStageItHasTheStagesOutcome() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Object value = run(coroutine(() -> {
            new Thread(() -> stage.complete("value")).start();
            return Coroutine.of(await(Coroutines.from(stage)));
        }));
        assertThat(value).isEqualTo("value");
        Exception failure = new Exception("checked");
        assertThatThrownBy(() -> run(coroutine(() -> Coroutine.of(await(Coroutines.from(CompletableFuture.failedFuture(failure).thenApply(x -> x)))))))
                .isSameAs(failure);
    }

    @Test
    void madeFromAFutureItCancelsThatToo() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        run(coroutine(() -> {
            Task<String> waiting = Coroutines.createTask(Coroutines.from(stage));
            await(yieldNow());
            waiting.cancel();
            return Coroutine.of(null);
        }));
        assertThat(stage).isCancelled();
    }
}
