package org.asyncjava.benchmarks.contenders.limit;

/** A suspended call, which is its own result. Made at the first suspension. Knows nothing of its operand: it is resumed with the value. */
abstract class Machine extends Promise implements Runnable {
    abstract void resume(Object value);

    @Override
    public final void run() {
        resume(null);
    }
}
