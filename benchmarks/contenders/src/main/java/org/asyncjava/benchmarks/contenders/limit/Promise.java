package org.asyncjava.benchmarks.contenders.limit;

/** A result that is there or will be; 24 bytes. Has no failure, no cancellation, and room for one who waits. */
class Promise {
    private Object result;
    private Machine waiter;

    Promise() {
    }

    Promise(Object result) {
        this.result = result;
    }

    final boolean isDone() {
        return result != null;
    }

    final Object result() {
        return result;
    }

    final int intResult() {
        return (Integer) result;
    }

    final void resumeWhenDone(Machine waiting) {
        waiter = waiting;
    }

    final void complete(Object value) {
        result = value;
        if (waiter != null) {
            waiter.resume(value);
        }
    }

    /** How a body ends: the first time it runs there may be no machine yet. */
    static Promise ended(Object value, Machine machine) {
        if (machine == null) {
            return new Promise(value);
        }
        machine.complete(value);
        return machine;
    }
}
