package org.asyncjava.benchmarks.contenders.smfull;

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
        try {
            return body(calls, 0, 0, null);
        } catch (Throwable failure) {
            return failedFuture(failure);
        }
    }

    @Override
    void resume() throws Throwable {
        body(calls, i + 1, sum + (Integer) outcome(), this);
    }

    private static CompletableFuture<Long> body(CompletableFuture<Integer>[] calls, int from, long start, SumOfCalls machine)
            throws Throwable {
        long sum = start;
        for (int i = from; i < calls.length; i++) {
            CompletableFuture<Integer> operand = calls[i];
            if (!operand.isDone()) {
                SumOfCalls suspended = machine == null ? new SumOfCalls(calls) : machine;
                suspended.i = i;
                suspended.sum = sum;
                return suspended.suspend(operand);
            }
            sum += (Integer) outcomeOf(operand);
        }
        return machine == null ? completedFuture(sum) : machine.settle(sum);
    }
}
