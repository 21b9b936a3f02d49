package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** However many awaits there are, and however deep, 512 KB of stack suffice. */
class StackBoundsTest { // HARD_CASES 58, 59, 60
    private static final int MILLION = 1_000_000;
    private static final int DEEP = 100_000;

    @Test
    void aMillionAwaitsInARowOfCompletedOperands() throws Exception {
        Coroutine<Integer> one = Coroutine.of(1);
        assertThat(SmallStack.call(() -> run(Programs.repeat(MILLION, () -> one)))).isEqualTo(MILLION);
    }

    @Test
    void aMillionAwaitsInARowThatSuspend() throws Exception {
        assertThat(SmallStack.call(() -> run(Programs.repeat(MILLION, Coroutines::yieldNow)))).isEqualTo(MILLION);
    }

    @Test
    void aMillionAwaitsInARowOfCoroutinesThatEndAtOnce() throws Exception {
        assertThat(SmallStack.call(() -> run(Programs.repeat(MILLION, () -> Programs.nest(1, Coroutine.done()))))).isEqualTo(MILLION);
    }

    @Test
    void aHundredThousandNestedAwaitsThatEndAtOnce() throws Exception {
        assertThat(SmallStack.call(() -> run(Programs.nest(DEEP, Coroutine.done())))).isEqualTo(DEEP);
    }

    @Test
    void aHundredThousandNestedAwaitsThatSuspend() throws Exception {
        assertThat(SmallStack.call(() -> run(Programs.nest(DEEP, yieldNow())))).isEqualTo(DEEP);
    }

    @Test
    void aHundredThousandNestedAwaitsOfAFutureCompletedByAnotherThread() throws Exception {
        CompletableFuture<Void> late = new CompletableFuture<>();
        Coroutine<Integer> main = Programs.nest(DEEP, new StageAsAwaitable(late));
        assertThat(SmallStack.call(() -> run(coroutine(() -> {
            Task<Integer> task = Coroutines.createTask(main);
            Coroutines.createTask(coroutine(() -> {
                new Thread(() -> late.complete(null)).start();
                return Coroutine.of(null);
            }));
            return Coroutine.of(await(task));
        })))).isEqualTo(DEEP);
    }

    @Test
    void aFailureThroughAHundredThousandNestedAwaits() throws Exception {
        IllegalStateException failure = new IllegalStateException("innermost");
        Throwable thrown = SmallStack.call(() -> run(coroutine(() -> {
            Throwable seen = await(failureOf(Programs.nest(DEEP, Coroutine.failed(failure))));
            return Coroutine.of(seen);
        })));
        assertThat(thrown).isSameAs(failure);
    }

    @Test
    void aMillionTailCallsThatEndAtOnceOrSuspend() throws Exception {
        assertThat(SmallStack.call(() -> run(tail(MILLION, 0)))).isEqualTo("end");
        assertThat(SmallStack.call(() -> run(tail(MILLION, 1)))).isEqualTo("end");
        assertThat(SmallStack.call(() -> run(coroutine(() -> tail(MILLION, 3))))).isEqualTo("end");
    }

    /** {@code if (n % every == 0) await(yieldNow()); return tail(n - 1);} */
    @Async
    private static Coroutine<String> tail(int n, int every) {
        if (every != 0 && n % every == 0) {
            await(yieldNow());
        }
        return n == 0 ? Coroutine.of("end") : tail(n - 1, every);
    }

    @Test
    void cancellingTheFirstOfAHundredThousandTasksThatAwaitOneAnother() throws Exception {
        assertThat(SmallStack.call(() -> run(coroutine(() -> {
            Task<?> innermost = Coroutines.createTask(new Deferred<>());
            List<Task<?>> tasks = new ArrayList<>(List.of(innermost));
            for (int i = 0; i < DEEP; i++) {
                tasks.add(Coroutines.createTask(tasks.get(i)));
            }
            return Coroutine.of(await(Coroutines.createTask(coroutine(() -> {
                await(yieldNow());
                await(yieldNow());
                Task<?> outermost = tasks.get(DEEP);
                outermost.cancel();
                await(failureOf(Coroutines.createTask(outermost)));
                return Coroutine.of(tasks.stream().allMatch(Task::isCancelled));
            }))));
        })))).isTrue();
    }
}
