package org.asyncjava.benchmarks.contenders.limitfull;

/** Makes an operand, publishes and awaits it, and adds up the values. */
final class SumOfPublished extends Call {
    private final LimitFull publisher;
    private final int awaits;
    private int i;
    private long sum;

    SumOfPublished(LimitFull publisher, int awaits) {
        this.publisher = publisher;
        this.awaits = awaits;
    }

    @Override
    protected void resume() throws Throwable {
        long sum = this.sum;
        int i = this.i;
        if (place() == 1) {
            sum += (Integer) promised();
            i++;
        }
        for (; i < awaits; i++) {
            Promise operand = publisher.publish();
            if (!operand.isDone()) {
                this.i = i;
                this.sum = sum;
                suspend(operand, 1);
                return;
            }
            sum += (Integer) operand.take();
        }
        complete(sum);
    }
}
