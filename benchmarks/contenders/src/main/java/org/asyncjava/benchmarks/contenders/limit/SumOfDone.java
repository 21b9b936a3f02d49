package org.asyncjava.benchmarks.contenders.limit;

/** Adds up the values of eight operands, again and again. */
final class SumOfDone extends Machine {
    private final Promise[] operands;
    private final int awaits;
    private int i;
    private long sum;

    private SumOfDone(Promise[] operands, int awaits) {
        this.operands = operands;
        this.awaits = awaits;
    }

    static Promise call(Promise[] operands, int awaits) {
        return body(operands, awaits, 0, 0, null);
    }

    @Override
    void resume(Object value) {
        body(operands, awaits, i + 1, sum + (Integer) value, this);
    }

    private static Promise body(Promise[] operands, int awaits, int from, long start, SumOfDone machine) {
        long sum = start;
        for (int i = from; i < awaits; i++) {
            Promise operand = operands[i & 7];
            if (!operand.isDone()) {
                return (machine == null ? new SumOfDone(operands, awaits) : machine).suspend(operand, i, sum);
            }
            sum += operand.intResult();
        }
        return ended(sum, machine);
    }

    private Promise suspend(Promise operand, int at, long soFar) {
        i = at;
        sum = soFar;
        operand.resumeWhenDone(this);
        return this;
    }
}
