package org.asyncjava.benchmarks.contenders.limitfull;

/** Makes an operand for each element, publishes and awaits it, and hands out its value. */
final class Published extends Iteration {
    private final LimitFull publisher;
    private final int bound;
    private int i;

    Published(LimitFull publisher, int bound) {
        this.publisher = publisher;
        this.bound = bound;
    }

    @Override
    protected void next() throws Throwable {
        int i = this.i;
        if (place() == 1) {
            emit(promised(), 2);
            return;
        }
        if (emitted() == 2) {
            i++;
        }
        if (i >= bound) {
            over();
            return;
        }
        this.i = i;
        Promise operand = publisher.publish();
        if (operand.isDone()) {
            emit(operand.take(), 2);
        } else {
            suspend(operand, 1);
        }
    }
}
