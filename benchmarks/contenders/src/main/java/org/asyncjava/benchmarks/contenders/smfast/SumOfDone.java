package org.asyncjava.benchmarks.contenders.smfast;

import java.util.concurrent.CompletableFuture;

/** Adds up the values of eight operands, again and again. */
final class SumOfDone extends Machine<Long> {
    private final CompletableFuture<Integer>[] operands;
    private final int awaits;
    private int i;
    private long sum;

    private SumOfDone(CompletableFuture<Integer>[] operands, int awaits) {
        this.operands = operands;
        this.awaits = awaits;
    }

    static CompletableFuture<Long> call(CompletableFuture<Integer>[] operands, int awaits) {
        return body(operands, awaits, 0, 0, null);
    }

    @Override
    void resume(Object value) {
        body(operands, awaits, i + 1, sum + (Integer) value, this);
    }

    private static CompletableFuture<Long> body(CompletableFuture<Integer>[] operands, int awaits, int from, long start, SumOfDone machine) {
        long sum = start;
        for (int i = from; i < awaits; i++) {
            CompletableFuture<Integer> operand = operands[i & 7];
            if (!operand.isDone()) {
                SumOfDone suspended = machine == null ? new SumOfDone(operands, awaits) : machine;
                suspended.i = i;
                suspended.sum = sum;
                return suspended.suspend(operand);
            }
            sum += operand.join();
        }
        return machine == null ? completedFuture(sum) : machine.settle(sum);
    }
}
