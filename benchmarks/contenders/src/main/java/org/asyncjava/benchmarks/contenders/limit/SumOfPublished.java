package org.asyncjava.benchmarks.contenders.limit;

/** Makes an operand, publishes and awaits it, and adds up the values. */
final class SumOfPublished extends Machine {
    private final Limit publisher;
    private final int awaits;
    private int i;
    private long sum;

    private SumOfPublished(Limit publisher, int awaits) {
        this.publisher = publisher;
        this.awaits = awaits;
    }

    static Promise call(Limit publisher, int awaits) {
        return body(publisher, awaits, 0, 0, null);
    }

    @Override
    void resume(Object value) {
        body(publisher, awaits, i + 1, sum + (Integer) value, this);
    }

    private static Promise body(Limit publisher, int awaits, int from, long start, SumOfPublished machine) {
        long sum = start;
        for (int i = from; i < awaits; i++) {
            Promise operand = publisher.publish();
            if (!operand.isDone()) {
                return (machine == null ? new SumOfPublished(publisher, awaits) : machine).suspend(operand, i, sum);
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
