package org.asyncjava.benchmarks.contenders.smfull;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Adds up the values of many operands. */
final class SumOf extends Machine<Long> {
    private final List<CompletableFuture<Integer>> operands;
    private int i;
    private long sum;

    private SumOf(List<CompletableFuture<Integer>> operands) {
        this.operands = operands;
    }

    static CompletableFuture<Long> call(List<CompletableFuture<Integer>> operands) {
        try {
            return body(operands, 0, 0, null);
        } catch (Throwable failure) {
            return failedFuture(failure);
        }
    }

    @Override
    void resume() throws Throwable {
        body(operands, i + 1, sum + (Integer) outcome(), this);
    }

    private static CompletableFuture<Long> body(List<CompletableFuture<Integer>> operands, int from, long start, SumOf machine) throws Throwable {
        long sum = start;
        for (int i = from; i < operands.size(); i++) {
            CompletableFuture<Integer> operand = operands.get(i);
            if (!operand.isDone()) {
                SumOf suspended = machine == null ? new SumOf(operands) : machine;
                suspended.i = i;
                suspended.sum = sum;
                return suspended.suspend(operand);
            }
            sum += (Integer) outcomeOf(operand);
        }
        return machine == null ? completedFuture(sum) : machine.settle(sum);
    }
}
