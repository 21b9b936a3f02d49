package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stages that know {@code handle} alone, and futures with habits of their own. HARD_CASES 83. */
class HotStageTest {
    private final CompletableFuture<Object> source = new CompletableFuture<>();

    /** Kinds of stage that can be asked nothing. */
    enum Kind {
        MINIMAL(CompletableFuture::minimalCompletionStage),
        FOREIGN(ForeignStages::of);

        private final Function<CompletableFuture<Object>, CompletionStage<Object>> of;

        Kind(Function<CompletableFuture<Object>, CompletionStage<Object>> of) {
            this.of = of;
        }
    }

    @ParameterizedTest
    @EnumSource
    void yieldsItsResult(Kind kind) {
        CompletableFuture<Object> result = outcomeOf(kind.of.apply(source));

        source.complete("value");

        assertThat(result).isCompletedWithValue("value");
    }

    @ParameterizedTest
    @EnumSource
    void yieldsAResultThatIsThereAlready(Kind kind) {
        source.complete(null);

        assertThat(outcomeOf(kind.of.apply(source))).isCompletedWithValue(null);
    }

    @ParameterizedTest
    @EnumSource
    void throwsItsFailureWithoutOneWrapper(Kind kind) { // HARD_CASES 32
        CompletableFuture<Object> result = outcomeOf(kind.of.apply(source));
        CompletionException inner = new CompletionException(new IOException());

        source.completeExceptionally(new CompletionException(inner));

        assertThat(result).isCompletedWithValue(inner);
    }

    @ParameterizedTest
    @EnumSource
    void throwsItsCancellation(Kind kind) {
        CompletableFuture<Object> result = outcomeOf(kind.of.apply(source));

        source.cancel(false);

        assertThat(result.join()).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @EnumSource
    void isFollowed(Kind kind) {
        CompletableFuture<Object> gate = new CompletableFuture<>();
        CompletionStage<Object> stage = kind.of.apply(source);
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(gate) : HotScript.tail(stage));
        gate.complete(null);

        source.complete("value");

        assertThat(result).isCompletedWithValue("value");
    }

    @Test
    void aForeignStageThatIsAFutureIsCancelled() {
        CompletableFuture<Object> result = outcomeOf(ForeignStages.of(source, Future.class));

        result.cancel(false);

        assertThat(source).isCancelled();
    }

    @Test
    void aStageThatCallsBackTwiceIsHeardOnce() {
        List<Object> resumed = new ArrayList<>();
        CompletionStage<Object> stage = ForeignStages.of(new CompletableFuture<>() {
            @Override
            public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
                function.apply("first", null);
                function.apply("second", null);
                return null;
            }
        });

        HotScript.call((number, received) -> number == 0 ? HotScript.await(stage) : resumed.add(received.get()));

        assertThat(resumed).containsExactly("first");
    }

    @Test
    void aSubscriptionThatFailsIsThrownAtTheAwait() {
        UnsupportedOperationException refusal = new UnsupportedOperationException();
        UnaryOperator<CompletionStage<Object>> refusing = stage -> new CompletableFuture<>() {
            @Override
            public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
                throw refusal;
            }
        };

        assertThat(outcomeOf(refusing.apply(source))).isCompletedWithValue(refusal);
        assertThat(outcomeOf(ForeignStages.of(refusing.apply(source)))).isCompletedWithValue(refusal);
    }

    @Test
    void anObtrudedOutcomeIsTheOneThatCounts() {
        source.complete("before");
        source.obtrudeValue("after");
        CompletableFuture<Object> failed = CompletableFuture.completedFuture("before");
        IOException failure = new IOException();
        failed.obtrudeException(failure);

        assertThat(outcomeOf(source)).isCompletedWithValue("after");
        assertThat(outcomeOf(failed)).isCompletedWithValue(failure);
    }

    /** Awaits; yields the result or the exception that was thrown. */
    private static CompletableFuture<Object> outcomeOf(CompletionStage<?> operand) {
        return HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(operand);
            }
            try {
                return received.get();
            } catch (Throwable thrown) {
                return thrown;
            }
        });
    }
}
