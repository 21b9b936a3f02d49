package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UnretrievedFailureTest { // HARD_CASES 76
    private final EventLoop loop = new EventLoop();
    private final List<FailureContext> reported = new CopyOnWriteArrayList<>();
    private final IllegalStateException failure = new IllegalStateException("unseen");

    UnretrievedFailureTest() {
        loop.setExceptionHandler((where, context) -> reported.add(context));
    }

    @Test
    void isReportedOnceWhenTheLoopIsClosed() {
        Task<?>[] task = new Task<?>[1];
        loop.runUntilComplete(coroutine(() -> {
            task[0] = createTask(failing(), "failing");
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(reported).isEmpty();
        loop.close();
        loop.close();
        assertThat(reported).containsExactly(new FailureContext("Task exception was never retrieved", failure, task[0]));
        assertThat(task[0].exception()).isSameAs(failure);
        assertThat(reported).hasSize(1);
    }

    @Async
    private Coroutine<Object> failing() {
        throw failure;
    }

    @Test
    void isReportedWhenItsTaskIsGarbage() {
        loop.callLater(Duration.ofSeconds(60), loop::stop);
        loop.setExceptionHandler((where, context) -> {
            reported.add(context);
            loop.stop();
        });
        loop.createTask(failing());
        Runnable[] collecting = new Runnable[1];
        collecting[0] = () -> {
            System.gc();
            loop.callSoon(collecting[0]);
        };
        loop.callSoon(collecting[0]);
        loop.runForever();
        assertThat(reported).extracting(FailureContext::exception).containsExactly(failure);
        loop.close();
        assertThat(reported).hasSize(1);
    }

    @Test
    void isNotReportedWhenSomebodyAwaits() {
        loop.runUntilComplete(coroutine(() -> {
            await(failureOf(createTask(failing())));
            return Coroutine.of(null);
        }));
        loop.close();
        assertThat(reported).isEmpty();
    }

    @Test
    void isNotReportedWhenSomebodyAsksLater() {
        Deferred<Void> deferred = new Deferred<>(loop);
        deferred.fail(failure);
        assertThat(deferred.exception()).isSameAs(failure);
        loop.close();
        assertThat(reported).isEmpty();
    }

    @Test
    void ofADeferredIsReportedToo() {
        new Deferred<Void>(loop).fail(failure);
        loop.close();
        assertThat(reported).extracting(FailureContext::message).containsExactly("Deferred exception was never retrieved");
    }

    @Test
    void aCancellationIsNoFailure() {
        Deferred<Void> deferred = new Deferred<>(loop);
        deferred.cancel();
        loop.close();
        assertThat(reported).isEmpty();
    }

    private static void dropFailed(EventLoop closed) {
        Deferred<Object> failed = new Deferred<>(closed);
        closed.close();
        failed.fail(new IllegalStateException());
    }

    @Test
    @Timeout(60)
    void thatOfAClosedLoopIsReportedOnNoThreadThatOtherReportsWaitFor() throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        EventLoop closed = new EventLoop();
        closed.setExceptionHandler((loop, context) -> thread.complete(Thread.currentThread().getName()));
        dropFailed(closed);

        while (!thread.isDone()) { // up to the test's time limit
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(thread.get()).doesNotContain("Cleaner");
    }
}
