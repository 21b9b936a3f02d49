package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** However many awaits there are, and however deep, 512 KB of stack suffice. */
class StackBoundsTest { // HARD_CASES 58, 59, 60
    private static final int MILLION = 1_000_000;
    private static final int DEEP = 100_000;

    @Test
    void aMillionAwaitsInARowOfCompletedOperands() throws Exception {
        Coroutine<Integer> one = Coroutine.of(1);
        assertThat(SmallStack.call(() -> run(LoopMachine.repeat(MILLION, () -> one)))).isEqualTo(MILLION);
    }

    @Test
    void aMillionAwaitsInARowThatSuspend() throws Exception {
        assertThat(SmallStack.call(() -> run(LoopMachine.repeat(MILLION, Coroutines::yieldNow)))).isEqualTo(MILLION);
    }

    @Test
    void aMillionAwaitsInARowOfCoroutinesThatEndAtOnce() throws Exception {
        assertThat(SmallStack.call(() -> run(LoopMachine.repeat(MILLION, () -> NestMachine.nest(1, Coroutine.done()))))).isEqualTo(MILLION);
    }

    @Test
    void aHundredThousandNestedAwaitsThatEndAtOnce() throws Exception {
        assertThat(SmallStack.call(() -> run(NestMachine.nest(DEEP, Coroutine.done())))).isEqualTo(DEEP);
    }

    @Test
    void aHundredThousandNestedAwaitsThatSuspend() throws Exception {
        assertThat(SmallStack.call(() -> run(NestMachine.nest(DEEP, yieldNow())))).isEqualTo(DEEP);
    }

    @Test
    void aHundredThousandNestedAwaitsOfAFutureCompletedByAnotherThread() throws Exception {
        CompletableFuture<Void> late = new CompletableFuture<>();
        Coroutine<Integer> main = NestMachine.nest(DEEP, new StageAsAwaitable(late));
        assertThat(SmallStack.call(() -> run(Steps.<Integer>named("main").then(v -> {
            Task<Integer> task = Coroutines.createTask(main);
            Coroutines.createTask(named("completer").then(w -> {
                new Thread(() -> late.complete(null)).start();
                return result(null);
            }));
            return task;
        }).then(Steps::result)))).isEqualTo(DEEP);
    }

    @Test
    void aFailureThroughAHundredThousandNestedAwaits() throws Exception {
        IllegalStateException failure = new IllegalStateException("innermost");
        Throwable thrown = SmallStack.call(() -> run(Steps.<Throwable>named("main")
                .then(v -> NestMachine.nest(DEEP, Coroutine.failed(failure)))
                .handle((value, seen) -> result(seen))));
        assertThat(thrown).isSameAs(failure);
    }

    @Test
    void aMillionTailCallsThatEndAtOnceOrSuspend() throws Exception {
        assertThat(SmallStack.call(() -> run(tail(MILLION, 0)))).isEqualTo("end");
        assertThat(SmallStack.call(() -> run(tail(MILLION, 1)))).isEqualTo("end");
        assertThat(SmallStack.call(() -> run(Steps.<String>named("main").then(v -> tail(MILLION, 3)).then(Steps::result)))).isEqualTo("end");
    }

    /** {@code if (n % every == 0) await(yieldNow()); return tail(n - 1);} */
    private static Coroutine<String> tail(int n, int every) {
        return Steps.<String>named("tail").then(v -> every != 0 && n % every == 0 ? yieldNow() : Coroutine.done())
                .then(v -> n == 0 ? result("end") : tail(n - 1, every));
    }

    @Test
    void cancellingTheFirstOfAHundredThousandTasksThatAwaitOneAnother() throws Exception {
        assertThat(SmallStack.call(() -> run(Steps.<Boolean>named("main").then(v -> {
            Task<?> innermost = Coroutines.createTask(new Deferred<>());
            List<Task<?>> tasks = new ArrayList<>(List.of(innermost));
            for (int i = 0; i < DEEP; i++) {
                tasks.add(Coroutines.createTask(tasks.get(i)));
            }
            return Coroutines.createTask(named("canceller").then(w -> yieldNow()).then(w -> yieldNow()).then(w -> {
                Task<?> outermost = tasks.get(DEEP);
                outermost.cancel();
                return Coroutines.createTask(outermost);
            }).handle((w, failure) -> result(tasks.stream().allMatch(Task::isCancelled))));
        }).then(Steps::result)))).isTrue();
    }
}
