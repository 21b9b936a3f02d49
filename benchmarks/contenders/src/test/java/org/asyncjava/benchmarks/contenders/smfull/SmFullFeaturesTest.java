package org.asyncjava.benchmarks.contenders.smfull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import org.asyncjava.benchmarks.contenders.SmallStack;
import org.asyncjava.benchmarks.contenders.loop.SharedLoop;
import org.junit.jupiter.api.Test;

/** It may be called a reference only as long as it has what it says. */
class SmFullFeaturesTest {
    private static final int MANY = 100_000;

    private final CompletableFuture<Integer> operand = new CompletableFuture<>();

    @Test
    void aFailureIsThrownAtTheAwaitAsItIs() {
        IllegalStateException failure = new IllegalStateException("no");
        Guard direct = Guard.call(operand);
        Guard behindAStage = Guard.call(operand.thenApply(value -> value));
        CompletableFuture<Integer> chain = Nested.plusOne(Nested.plusOne(operand));
        operand.completeExceptionally(failure);

        assertThat(direct.thrown).isSameAs(failure);
        assertThat(behindAStage.thrown).isSameAs(failure);
        assertThatThrownBy(chain::join).isInstanceOf(CompletionException.class).hasCause(failure);
    }

    @Test
    void cancellingTheResultCancelsTheOperandAndThrowsAtTheAwait() {
        Guard call = Guard.call(operand);
        call.cancel(true);

        assertThat(operand.isCancelled()).isTrue();
        assertThat(call.thrown).isInstanceOf(CancellationException.class);
        assertThat(call.isCancelled()).isTrue();
    }

    @Test
    void cancellationGoesDownAChainAndTheInnermostBodyEndsFirst() {
        Guard inner = Guard.call(operand);
        Guard outer = Guard.call(inner);
        CompletableFuture<Integer> outermost = Nested.plusOne(outer);
        outermost.cancel(true);

        assertThat(operand.isCancelled()).isTrue();
        assertThat(inner.thrown).isInstanceOf(CancellationException.class);
        assertThat(outer.thrown).isInstanceOf(CancellationException.class);
        assertThat(outermost.isCancelled()).isTrue();
    }

    @Test
    void settlingFromOutsideWakesWhoAwaitsTheResultAndCancelsTheOperand() {
        Guard call = Guard.call(operand);
        CompletableFuture<Integer> awaiting = Nested.plusOne(call);
        call.complete(41);

        assertThat(awaiting.join()).isEqualTo(42);
        assertThat(call.thrown).isInstanceOf(CancellationException.class);
        assertThat(operand.isCancelled()).isTrue();
    }

    @Test
    void aCallGoesOnWhereItSuspended() {
        Queue<Runnable> sent = new ArrayDeque<>();
        Executor executor = sent::add;
        Guard call = ThreadPlace.call(executor, () -> Guard.call(operand));
        operand.complete(7);
        assertThat(call).isNotDone();
        assertThat(ThreadPlace.current().dispatcher).isNull();

        sent.remove().run();
        assertThat(call.join()).isEqualTo(7);
        assertThat(call.place).isSameAs(executor);
        assertThat(ThreadPlace.current().dispatcher).isNull();
    }

    @Test
    void aChainOfOnePlaceNeedsOneDispatch() {
        Queue<Runnable> sent = new ArrayDeque<>();
        CompletableFuture<Integer> chain = ThreadPlace.call(sent::add, () -> Nested.plusOne(Nested.plusOne(operand)));
        operand.complete(7);

        sent.remove().run();
        assertThat(chain.join()).isEqualTo(9);
        assertThat(sent).isEmpty();
    }

    @Test
    void aPlaceThatRefusesMakesTheAwaitThrow() {
        RejectedExecutionException refusal = new RejectedExecutionException("closed");
        Guard call = ThreadPlace.call(work -> {
            throw refusal;
        }, () -> Guard.call(operand));
        operand.complete(7);

        assertThat(call.thrown).isSameAs(refusal);
    }

    @Test
    void aSleepThatIsCancelledEndsAtOnce() {
        SharedLoop loop = new SharedLoop();
        CompletableFuture<Integer> call = ThreadPlace.call(loop, () -> Sleeping.call(1, 100_000_000));
        CompletableFuture<Integer> awaiting = Nested.plusOne(call);
        loop.execute(() -> call.cancel(true));
        loop.runUntil(awaiting);

        assertThat(awaiting).isCompletedExceptionally();
    }

    @Test
    void aMachineIsAwaitedByTwo() {
        CompletableFuture<Integer> call = Nested.plusOne(operand);
        CompletableFuture<Integer> first = Nested.plusOne(call);
        CompletableFuture<Integer> second = Nested.plusOne(call);
        operand.complete(1);

        assertThat(first.join()).isEqualTo(3);
        assertThat(second.join()).isEqualTo(3);
    }

    @Test
    void manyLinkedMachinesEndOnLittleStack() {
        CompletableFuture<Integer> last = linked(Nested::plusOne);

        assertThat(SmallStack.call(() -> operand.complete(0))).isTrue();
        assertThat(last.join()).isEqualTo(MANY);
    }

    @Test
    void manyMachinesWithForeignFuturesBetweenEndOnLittleStack() {
        CompletableFuture<Integer> last = linked(call -> Nested.plusOne(call).thenApply(value -> value));

        assertThat(SmallStack.call(() -> operand.complete(0))).isTrue();
        assertThat(last.join()).isEqualTo(MANY);
    }

    @Test
    void manyLinkedMachinesAreCancelledOnLittleStack() {
        CompletableFuture<Integer> last = linked(Nested::plusOne);

        assertThat(SmallStack.call(() -> last.cancel(true))).isTrue();
        assertThat(operand.isCancelled()).isTrue();
    }

    private CompletableFuture<Integer> linked(UnaryOperator<CompletableFuture<Integer>> link) {
        CompletableFuture<Integer> last = operand;
        for (int i = 0; i < MANY; i++) {
            last = link.apply(last);
        }
        return last;
    }

    @Test
    void suspendingAndCompletingAtOnceOnTwoThreadsLosesNothing() {
        CompletableFuture<Integer>[] operands = SmFull.futures(MANY);
        for (int i = 0; i < MANY; i++) {
            operands[i] = new CompletableFuture<>();
        }
        CompletableFuture<Void> completing = CompletableFuture.runAsync(() -> {
            for (CompletableFuture<Integer> one : operands) {
                one.complete(1);
            }
        });
        CompletableFuture<Integer>[] calls = SmFull.futures(MANY);
        for (int i = 0; i < MANY; i++) {
            calls[i] = Nested.plusOne(Nested.plusOne(operands[i]));
        }
        completing.join();

        assertThat(SumOfCalls.call(calls).join()).isEqualTo(3L * MANY);
    }
}
