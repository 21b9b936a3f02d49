package org.asyncjava.benchmarks.contenders.smfull;

import java.util.concurrent.CompletableFuture;

/** Awaits an operand and adds one to its value. */
final class PlusOne extends Machine<Integer> {
    static CompletableFuture<Integer> call(CompletableFuture<Integer> operand) {
        try {
            return operand.isDone() ? completedFuture((Integer) outcomeOf(operand) + 1) : new PlusOne().suspend(operand);
        } catch (Throwable failure) {
            return failedFuture(failure);
        }
    }

    @Override
    void resume() throws Throwable {
        settle((Integer) outcome() + 1);
    }
}
