package org.asyncjava.benchmarks.contenders.smfast;

import java.util.concurrent.CompletableFuture;

/** Awaits one operand and returns its value. */
final class One extends Machine<Integer> {
    static CompletableFuture<Integer> call(CompletableFuture<Integer>[] operands, int number) {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        operands[number] = operand;
        return operand.isDone() ? completedFuture(operand.join()) : new One().suspend(operand);
    }

    @Override
    void resume(Object value) {
        settle((Integer) value);
    }
}
