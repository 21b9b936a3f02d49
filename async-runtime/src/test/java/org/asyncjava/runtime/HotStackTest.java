package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Programs.hot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** No number of awaits and no length of a chain needs more than 512 KB of stack. HARD_CASES 58 to 60. */
class HotStackTest {
    private static final int MANY = 1_000_000;
    private static final int LONG = 100_000;

    @Test
    void aMillionCompletedAwaits() {
        CompletableFuture<Object> done = CompletableFuture.completedFuture(1);
        SmallStack.run(() -> assertThat(HotScript.call(times(MANY, () -> done))).isCompletedWithValue(MANY));
    }

    @Test
    void aMillionSuspendingAwaits() {
        SmallStack.run(() -> {
            Source source = new Source();
            CompletableFuture<Object> result = HotScript.call(times(MANY, source::next));
            while (!result.isDone()) {
                source.last.complete(1);
            }
            assertThat(result).isCompletedWithValue(MANY);
        });
    }

    @Test
    void aMillionOperandsThatCompleteWhileTheyAreSubscribedTo() {
        SmallStack.run(() -> assertThat(HotScript.call(times(MANY, CompletesWhenAsked::new))).isCompletedWithValue(MANY));
    }

    @Test
    void aMillionStagesThatCannotBeAsked() {
        CompletableFuture<Object> done = CompletableFuture.completedFuture(1);
        SmallStack.run(() -> assertThat(HotScript.call(times(MANY, done::minimalCompletionStage))).isCompletedWithValue(MANY));
    }

    @Test
    void aMillionCoroutinesAwaitedInPlace() {
        SmallStack.run(() -> assertThat(HotScript.call(times(MANY, () -> Coroutine.of(1)))).isCompletedWithValue(MANY));
    }

    @Test
    void methodsThatCompleteOneAnother() {
        SmallStack.run(() -> completesAlong(UnaryOperator.identity()));
    }

    @Test
    void methodsThatCompleteOneAnotherThroughDependents() {
        SmallStack.run(() -> completesAlong(future -> future.thenApply(value -> value)));
    }

    @Test
    void methodsThatCompleteOneAnotherThroughMinimalStages() {
        SmallStack.run(() -> {
            CompletableFuture<Object> first = new CompletableFuture<>();
            CompletableFuture<Object> last = first;
            for (int i = 0; i < LONG; i++) {
                var stage = last.minimalCompletionStage();
                last = hot(() -> stage);
            }
            first.complete("value");
            assertThat(last).isCompletedWithValue("value");
        });
    }

    @Test
    void methodsThatEndWithOneAnother() {
        SmallStack.run(() -> {
            CompletableFuture<Object> gate = new CompletableFuture<>();
            CompletableFuture<Object> last = new CompletableFuture<>();
            CompletableFuture<Object> inner = last;
            for (int i = 0; i < LONG; i++) {
                CompletableFuture<Object> tail = inner;
                inner = HotScript.call((number, received) -> number == 0 ? HotScript.await(gate) : HotScript.tail(tail));
            }
            gate.complete(1);
            assertThat(inner).isNotDone();
            last.complete("value");
            assertThat(inner).isCompletedWithValue("value");
        });
    }

    @Test
    void cancellingALongChain() {
        SmallStack.run(() -> {
            CompletableFuture<Object> leaf = new CompletableFuture<>();
            List<Throwable> thrown = new ArrayList<>();
            CompletableFuture<Object> outermost = chain(leaf, UnaryOperator.identity(), thrown);
            outermost.cancel(false);
            assertThat(leaf).isCancelled();
            assertThat(thrown).hasSize(LONG).allMatch(CancellationException.class::isInstance);
        });
    }

    @Test
    void nestedCoroutines() {
        SmallStack.run(() -> {
            CompletableFuture<Object> leaf = new CompletableFuture<>();
            CompletableFuture<Object> result = hot(() -> nested(LONG, leaf));
            assertThat(result).isNotDone();
            leaf.complete("value");
            assertThat(result).isCompletedWithValue("value");
            assertThat(hot(() -> nested(LONG, leaf)))
                    .isCompletedWithValue("value");
        });
    }

    @Async
    private static Coroutine<Object> nested(int depth, CompletableFuture<Object> leaf) {
        return Coroutine.of(depth == 0 ? await(leaf) : await(nested(depth - 1, leaf)));
    }

    private static void completesAlong(UnaryOperator<CompletableFuture<Object>> between) {
        CompletableFuture<Object> first = new CompletableFuture<>();
        CompletableFuture<Object> last = chain(first, between, new ArrayList<>());
        first.complete("value");
        assertThat(last).isCompletedWithValue("value");
    }

    /** A chain of methods each of which awaits the one before. */
    private static CompletableFuture<Object> chain(CompletableFuture<Object> first, UnaryOperator<CompletableFuture<Object>> between,
            List<Throwable> thrown) {
        CompletableFuture<Object> last = first;
        for (int i = 0; i < LONG; i++) {
            CompletableFuture<Object> awaited = between.apply(last);
            last = HotScript.call((number, received) -> {
                if (number == 0) {
                    return HotScript.await(awaited);
                }
                try {
                    return received.get();
                } catch (Throwable failure) {
                    thrown.add(failure);
                    throw failure;
                }
            });
        }
        return last;
    }

    private static HotScript.Segments times(int count, Supplier<?> operands) {
        return (number, received) -> {
            if (number > 0) {
                received.get();
            }
            return number < count ? HotScript.await(operands.get()) : number;
        };
    }

    /** Makes futures one after the other. */
    private static final class Source {
        private CompletableFuture<Object> last;

        CompletableFuture<Object> next() {
            last = new CompletableFuture<>();
            return last;
        }
    }
}
