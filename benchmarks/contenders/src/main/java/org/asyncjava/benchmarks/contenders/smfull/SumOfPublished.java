package org.asyncjava.benchmarks.contenders.smfull;

import java.util.concurrent.CompletableFuture;

/** Makes an operand, publishes and awaits it, and adds up the values. */
final class SumOfPublished extends Machine<Long> {
    private final SmFull publisher;
    private final int awaits;
    private int i;
    private long sum;

    private SumOfPublished(SmFull publisher, int awaits) {
        this.publisher = publisher;
        this.awaits = awaits;
    }

    static CompletableFuture<Long> call(SmFull publisher, int awaits) {
        try {
            return body(publisher, awaits, 0, 0, null);
        } catch (Throwable failure) {
            return failedFuture(failure);
        }
    }

    @Override
    void resume() throws Throwable {
        body(publisher, awaits, i + 1, sum + (Integer) outcome(), this);
    }

    private static CompletableFuture<Long> body(SmFull publisher, int awaits, int from, long start, SumOfPublished machine)
            throws Throwable {
        long sum = start;
        for (int i = from; i < awaits; i++) {
            CompletableFuture<Integer> operand = publisher.publish();
            if (!operand.isDone()) {
                SumOfPublished suspended = machine == null ? new SumOfPublished(publisher, awaits) : machine;
                suspended.i = i;
                suspended.sum = sum;
                return suspended.suspend(operand);
            }
            sum += (Integer) outcomeOf(operand);
        }
        return machine == null ? completedFuture(sum) : machine.settle(sum);
    }
}
