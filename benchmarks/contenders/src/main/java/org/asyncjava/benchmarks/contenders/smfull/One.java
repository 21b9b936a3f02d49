package org.asyncjava.benchmarks.contenders.smfull;

import java.util.concurrent.CompletableFuture;

/** Awaits one operand and returns its value. */
final class One extends Machine<Integer> {
    static CompletableFuture<Integer> call(CompletableFuture<Integer>[] operands, int number) {
        try {
            CompletableFuture<Integer> operand = new CompletableFuture<>();
            operands[number] = operand;
            return operand.isDone() ? completedFuture((Integer) outcomeOf(operand)) : new One().suspend(operand);
        } catch (Throwable failure) {
            return failedFuture(failure);
        }
    }

    @Override
    void resume() throws Throwable {
        settle((Integer) outcome());
    }
}
