package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.List;

/** Adds up the values of many operands. */
final class SumOf extends Call {
    private final List<Promise> operands;
    private int i;
    private long sum;

    SumOf(List<Promise> operands) {
        this.operands = operands;
    }

    @Override
    protected void resume() throws Throwable {
        List<Promise> operands = this.operands;
        long sum = this.sum;
        int i = this.i;
        if (place() == 1) {
            sum += (Integer) promised();
            i++;
        }
        for (; i < operands.size(); i++) {
            Promise operand = operands.get(i);
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
