package org.asyncjava.benchmarks.contenders.limit;

/** Calls itself, awaits that and adds one. Nothing but the place is live while it waits. */
final class Nested extends Machine {
    static Promise call(int depth) {
        int result = 0;
        if (depth > 0) {
            Promise callee = call(depth - 1);
            if (!callee.isDone()) {
                return suspended(callee);
            }
            result = callee.intResult() + 1;
        }
        return new Promise(result);
    }

    static Promise call(Limit publisher, int depth, int awaits) {
        return depth == 0 ? LastBits.of(SumOfPublished.call(publisher, awaits)) : plusOne(call(publisher, depth - 1, awaits));
    }

    static Promise plusOne(Promise callee) {
        return callee.isDone() ? new Promise(callee.intResult() + 1) : suspended(callee);
    }

    private static Promise suspended(Promise callee) {
        Nested machine = new Nested();
        callee.resumeWhenDone(machine);
        return machine;
    }

    @Override
    void resume(Object value) {
        complete((Integer) value + 1);
    }

    /** The rest of the innermost call: the last three bits of a sum. */
    private static final class LastBits extends Machine {
        static Promise of(Promise sum) {
            if (sum.isDone()) {
                return new Promise((int) ((Long) sum.result() & 7));
            }
            LastBits machine = new LastBits();
            sum.resumeWhenDone(machine);
            return machine;
        }

        @Override
        void resume(Object value) {
            complete((int) ((Long) value & 7));
        }
    }
}
