package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Programs.hot;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

import org.asyncjava.runtime.abi.HotMachine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an await in a method that returns a future yields and throws. */
class HotAwaitTest {
    @Test
    void completedOperandsNeedNoMachine() {
        CompletableFuture<Integer> total = Programs.total(List.of(completed(1), completed(2)).iterator());

        assertThat(total).isCompletedWithValue(3).isNotInstanceOf(HotMachine.class);
    }

    @Test
    void oneMachineServesAllSuspensions() {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> second = new CompletableFuture<>();
        CompletableFuture<Integer> total = Programs.total(List.of(first, completed(10), second).iterator());

        first.complete(1);
        assertThat(total).isInstanceOf(HotMachine.class).isNotDone();
        second.complete(100);
        assertThat(total).isCompletedWithValue(111);
    }

    @Test
    @DisplayName("an exception before the first await fails the future and is not thrown at the caller (HARD_CASES 34)")
    void exceptionBeforeTheFirstAwait() {
        IOException failure = new IOException();

        CompletableFuture<Object> result = HotScript.call((number, received) -> {
            throw failure;
        });

        assertThatThrownBy(result::get).isInstanceOf(ExecutionException.class).cause().isSameAs(failure);
    }

    @Test
    @DisplayName("exactly one CompletionException with a cause is taken off a foreign stage (HARD_CASES 32)")
    void oneWrapperIsTakenOff() {
        IOException failure = new IOException();

        assertThat(thrownBy(CompletableFuture.failedFuture(failure))).isSameAs(failure);
        assertThat(thrownBy(CompletableFuture.failedFuture(failure).thenApply(value -> value))).isSameAs(failure);
        CompletionException inner = new CompletionException(failure);
        assertThat(thrownBy(CompletableFuture.failedFuture(new CompletionException(inner)))).isSameAs(inner);
        CompletionException causeless = new CompletionException("no cause", null);
        assertThat(thrownBy(CompletableFuture.failedFuture(causeless))).isSameAs(causeless);
        ExecutionException execution = new ExecutionException(failure);
        assertThat(thrownBy(CompletableFuture.failedFuture(execution))).isSameAs(execution);
    }

    @Test
    @DisplayName("a failure of an async method's own is thrown as it is, whatever it is (HARD_CASES 32, 33)")
    void ownFailuresAreRaw() {
        CompletionException thrown = new CompletionException(new IOException());
        CompletableFuture<Object> gate = new CompletableFuture<>();
        CompletableFuture<Object> inner = HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(gate);
            }
            throw thrown;
        });
        CompletableFuture<Object> outer = catching(inner);

        gate.complete(null);

        assertThat(outer.join()).isSameAs(thrown);
    }

    @Test
    @DisplayName("two that await the same failure throw the same exception, whose trace names one of them (HARD_CASES 36)")
    void oneFailureForTwo() {
        CompletableFuture<Object> operand = new CompletableFuture<>();
        CompletableFuture<Object> one = catching(operand);
        CompletableFuture<Object> other = catching(operand);
        IOException failure = new IOException();
        int frames = failure.getStackTrace().length;

        operand.completeExceptionally(failure);

        assertThat(one.join()).isSameAs(failure);
        assertThat(other.join()).isSameAs(failure);
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(failure.getStackTrace()).hasSize(frames + 1);
    }

    @Test
    void cancelledFutureThrowsCancellation() {
        CompletableFuture<Object> operand = new CompletableFuture<>();
        CompletableFuture<Object> direct = catching(operand);
        CompletableFuture<Object> dependent = catching(operand.thenApply(value -> value));

        operand.cancel(false);

        assertThat(direct.join()).isInstanceOf(CancellationException.class);
        assertThat(dependent.join()).isInstanceOf(CancellationException.class);
    }

    @Test
    @DisplayName("null operands fail at the await (HARD_CASES 37)")
    void nullOperand() {
        CompletableFuture<Object> result = HotScript.call((number, received) -> HotScript.await(null));

        assertThatThrownBy(result::join).hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void coroutineValuesAreAwaitedInPlace() {
        CompletableFuture<Object> result = hot(() -> Coroutine.of("value"));

        assertThat(result).isCompletedWithValue("value").isNotInstanceOf(HotMachine.class);
    }

    @Test
    @DisplayName("a method that awaits its own result is told so instead of waiting for ever (HARD_CASES 67)")
    void awaitingItself() {
        CompletableFuture<Object> gate = new CompletableFuture<>();
        CompletableFuture<?>[] self = new CompletableFuture<?>[1];
        self[0] = HotScript.call((number, received) -> switch (number) {
            case 0 -> HotScript.await(gate);
            case 1 -> HotScript.await(self[0]);
            default -> received.get();
        });

        gate.complete(null);

        assertThatThrownBy(self[0]::join).hasCauseInstanceOf(IllegalStateException.class).hasMessageContaining("its own result");
    }

    private static CompletableFuture<Integer> completed(int value) {
        return CompletableFuture.completedFuture(value);
    }

    private static Object thrownBy(CompletionStage<?> operand) {
        return catching(operand).join();
    }

    /** Awaits, catches, and returns what it caught. */
    private static CompletableFuture<Object> catching(CompletionStage<?> operand) {
        return HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(operand);
            }
            try {
                return "nothing thrown: " + received.get();
            } catch (Throwable thrown) {
                return thrown;
            }
        });
    }
}
