package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.from;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitFirstException;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.FailureContext;
import org.asyncjava.runtime.LoopFuture;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

/** Between the JDK's futures and the loop's. */
class BridgesTest {
    @Async
    private static CompletableFuture<String> hot() {
        await(sleep(millis(1000)));
        return CompletableFuture.completedFuture("not reached");
    }

    @Async
    private static <T> Coroutine<T> awaiting(Awaitable<T> operand) {
        return Coroutine.of(await(operand));
    }

    @Test
    void aCancelledStageMakesACancelledFutureAndIsNoFailure() {
        List<FailureContext> reported = new ArrayList<>();
        Virtual.run(() -> {
            currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            return stages();
        });
        assertThat(reported).isEmpty();
    }

    @Async
    private static Coroutine<Void> stages() {
        CompletableFuture<String> plain = new CompletableFuture<>();
        CompletableFuture<String> method = hot();
        CompletableFuture<String> dependent = plain.thenApply(x -> x);
        List<Task<String>> views = List.of(createTask(from(plain)), createTask(from(method)), createTask(from(dependent)));
        CompletableFuture<String> failing = new CompletableFuture<>();
        Task<String> failed = createTask(from(failing));
        LoopFuture<?> waiting = createTask(waitFirstException(List.of(views.get(0), views.get(1), failed)));
        await(yieldNow());
        plain.cancel(true);
        method.cancel(true);
        await(sleep(millis(1)));
        assertThat(views).allMatch(LoopFuture::isCancelled);
        assertThat(waiting.isDone()).isFalse();
        assertThat(await(Virtual.failureOf(() -> awaiting(gather(views.get(0)))))).isInstanceOf(CancellationException.class);
        failing.completeExceptionally(new IllegalArgumentException("x"));
        await(waiting);
        assertThat(failed.exception()).hasMessage("x");
        return Coroutine.done();
    }

    @Test
    void nothingIsStartedWhereOneOperandIsNone() {
        Virtual.run(() -> {
            Coroutine<Void> good = sleep(millis(1));
            assertThat(await(Virtual.failureOf(() -> awaiting(gather(good, null))))).isInstanceOf(NullPointerException.class).hasMessage("operand");
            await(good);
            return Coroutine.done();
        });
    }
}
