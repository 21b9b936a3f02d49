package org.asyncjava.benchmarks.contenders.smfast;

import java.util.concurrent.CompletableFuture;

/** Makes an operand, publishes and awaits it, and adds up the values. */
final class SumOfPublished extends Machine<Long> {
    private final SmFast publisher;
    private final int awaits;
    private int i;
    private long sum;

    private SumOfPublished(SmFast publisher, int awaits) {
        this.publisher = publisher;
        this.awaits = awaits;
    }

    static CompletableFuture<Long> call(SmFast publisher, int awaits) {
        return body(publisher, awaits, 0, 0, null);
    }

    @Override
    void resume(Object value) {
        body(publisher, awaits, i + 1, sum + (Integer) value, this);
    }

    private static CompletableFuture<Long> body(SmFast publisher, int awaits, int from, long start, SumOfPublished machine) {
        long sum = start;
        for (int i = from; i < awaits; i++) {
            CompletableFuture<Integer> operand = publisher.publish();
            if (!operand.isDone()) {
                SumOfPublished suspended = machine == null ? new SumOfPublished(publisher, awaits) : machine;
                suspended.i = i;
                suspended.sum = sum;
                return suspended.suspend(operand);
            }
            sum += operand.join();
        }
        return machine == null ? completedFuture(sum) : machine.settle(sum);
    }
}
