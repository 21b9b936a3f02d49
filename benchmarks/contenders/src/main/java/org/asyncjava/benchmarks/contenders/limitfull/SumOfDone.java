package org.asyncjava.benchmarks.contenders.limitfull;

/** Adds up the values of eight operands, again and again. */
final class SumOfDone extends Call {
    private final Promise[] operands;
    private final int awaits;
    private int i;
    private long sum;

    SumOfDone(Promise[] operands, int awaits) {
        this.operands = operands;
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
            Promise operand = operands[i & 7];
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
