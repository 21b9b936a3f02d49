package org.asyncjava.benchmarks.contenders.smfull;

import java.util.concurrent.atomic.AtomicReference;

/** The timer of a machine that sleeps: whoever takes the machine out wakes it. */
final class Sleep extends AtomicReference<Machine<?>> implements Runnable {
    Sleep(Machine<?> sleeping) {
        super(sleeping);
    }

    @Override
    public void run() {
        Machine<?> sleeping = getAndSet(null);
        if (sleeping != null) {
            sleeping.wake();
        }
    }

    /** The body sees that its future is done. */
    void cancel() {
        run();
    }
}
