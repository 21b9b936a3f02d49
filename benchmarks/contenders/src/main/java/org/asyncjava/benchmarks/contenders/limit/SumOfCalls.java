package org.asyncjava.benchmarks.contenders.limit;

/** Gathers calls: awaits one after the other, and adds up their results. */
final class SumOfCalls extends Machine {
    private final Promise[] calls;
    private int i;
    private long sum;

    private SumOfCalls(Promise[] calls) {
        this.calls = calls;
    }

    static Promise call(Promise[] calls) {
        return body(calls, 0, 0, null);
    }

    @Override
    void resume(Object value) {
        body(calls, i + 1, sum + (Integer) value, this);
    }

    private static Promise body(Promise[] calls, int from, long start, SumOfCalls machine) {
        long sum = start;
        for (int i = from; i < calls.length; i++) {
            Promise call = calls[i];
            if (!call.isDone()) {
                return (machine == null ? new SumOfCalls(calls) : machine).suspend(call, i, sum);
            }
            sum += call.intResult();
        }
        return ended(sum, machine);
    }

    private Promise suspend(Promise call, int at, long soFar) {
        i = at;
        sum = soFar;
        call.resumeWhenDone(this);
        return this;
    }
}
