package org.asyncjava.benchmarks.contenders.smfast;

import java.util.concurrent.CompletableFuture;

/** Gathers calls: awaits one after the other, and adds up their results. */
final class SumOfCalls extends Machine<Long> {
    private final CompletableFuture<Integer>[] calls;
    private int i;
    private long sum;

    private SumOfCalls(CompletableFuture<Integer>[] calls) {
        this.calls = calls;
    }

    static CompletableFuture<Long> call(CompletableFuture<Integer>[] calls) {
        return body(calls, 0, 0, null);
    }

    @Override
    void resume(Object value) {
        body(calls, i + 1, sum + (Integer) value, this);
    }

    private static CompletableFuture<Long> body(CompletableFuture<Integer>[] calls, int from, long start, SumOfCalls machine) {
        long sum = start;
        for (int i = from; i < calls.length; i++) {
            CompletableFuture<Integer> operand = calls[i];
            if (!operand.isDone()) {
                SumOfCalls suspended = machine == null ? new SumOfCalls(calls) : machine;
                suspended.i = i;
                suspended.sum = sum;
                return suspended.suspend(operand);
            }
            sum += operand.join();
        }
        return machine == null ? completedFuture(sum) : machine.settle(sum);
    }
}
