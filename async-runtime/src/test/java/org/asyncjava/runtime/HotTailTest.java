package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** How a method that returns a future ends, and what it keeps until then. */
class HotTailTest {
    private final CompletableFuture<Object> gate = new CompletableFuture<>();

    @Test
    void beforeTheFirstSuspensionTheReturnedFutureIsTheResult() {
        CompletableFuture<Object> other = new CompletableFuture<>();

        assertThat(HotScript.call((number, received) -> HotScript.tail(other))).isSameAs(other);
    }

    @Test
    void afterItTheReturnedFutureIsFollowed() {
        CompletableFuture<Object> other = new CompletableFuture<>();
        CompletableFuture<Object> result = ending(other);

        gate.complete(null);
        assertThat(result).isNotDone();
        other.complete("value");

        assertThat(result).isCompletedWithValue("value");
    }

    @Test
    void aReturnedFutureThatIsDoneIsTakenOver() {
        IOException failure = new IOException();
        CompletableFuture<Object> done = ending(CompletableFuture.completedFuture("value"));
        CompletableFuture<Object> failed = ending(CompletableFuture.failedFuture(new CompletionException(failure)));

        gate.complete(null);

        assertThat(done).isCompletedWithValue("value");
        assertThat(failed.handle((value, thrown) -> thrown)).isCompletedWithValue(failure);
    }

    @Test
    void aFollowedMethodOfOursKeepsItsFailureAsItIs() {
        CompletionException failure = new CompletionException(new IOException());
        CompletableFuture<Object> second = new CompletableFuture<>();
        CompletableFuture<Object> inner = HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(second);
            }
            throw failure;
        });
        CompletableFuture<Object> result = ending(inner);

        gate.complete(null);
        second.complete(null);

        assertThat(result.handle((value, thrown) -> thrown)).isCompletedWithValue(failure);
    }

    @Test
    void cancellingCancelsTheFollowedFuture() {
        CompletableFuture<Object> other = new CompletableFuture<>();
        CompletableFuture<Object> result = ending(other);
        gate.complete(null);

        result.cancel(false);

        assertThat(other).isCancelled();
    }

    @Test
    void cancelledBeforeItEndsTheFollowedFutureIsCancelledAtOnce() {
        CompletableFuture<Object> other = new CompletableFuture<>();
        CompletableFuture<Object> refusing = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return false;
            }
        };
        List<CompletableFuture<Object>> self = new ArrayList<>();
        self.add(HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(refusing);
            }
            self.get(0).cancel(false);
            return HotScript.tail(other);
        }));

        refusing.complete(null);

        assertThat(other).isCancelled();
    }

    @Test
    void returningNullFailsTheResultAndNamesTheMethod() {
        CompletableFuture<Object> atOnce = HotScript.call((number, received) -> HotScript.tail(null));
        CompletableFuture<Object> later = ending(null);
        gate.complete(null);

        assertThatThrownBy(atOnce::join).cause().isInstanceOf(NullPointerException.class).hasMessage("HotScript.body returned null instead of a future");
        assertThatThrownBy(later::join).cause().isInstanceOf(NullPointerException.class).hasMessage("HotScript.call returned null instead of a future");
    }

    @Test
    void aMethodThatReturnsItsOwnResultIsToldSo() {
        List<CompletableFuture<Object>> self = new ArrayList<>();
        self.add(HotScript.call((number, received) -> number == 0 ? HotScript.await(gate) : HotScript.tail(self.get(0))));

        gate.complete(null);

        assertThatThrownBy(self.get(0)::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void operandsOfEarlierAwaitsAreNotKept() { // HARD_CASES 59, 79
        List<WeakReference<Object>> earlier = new ArrayList<>();
        List<CompletableFuture<Object>> current = new ArrayList<>();
        CompletableFuture<Object> result = HotScript.call((number, received) -> {
            CompletableFuture<Object> operand = new CompletableFuture<>();
            current.add(operand);
            earlier.add(new WeakReference<>(operand));
            return HotScript.await(operand);
        });

        for (int i = 0; i < 100; i++) {
            current.remove(0).complete(new Object());
        }

        assertThat(earlier.subList(0, 100)).allMatch(HotTailTest::isCollected);
        assertThat(result).isNotDone();
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int attempt = 0; attempt < 50 && reference.get() != null; attempt++) {
            System.gc();
        }
        return reference.get() == null;
    }

    private CompletableFuture<Object> ending(CompletionStage<?> returned) {
        return HotScript.call((number, received) -> number == 0 ? HotScript.await(gate) : HotScript.tail(returned));
    }
}
