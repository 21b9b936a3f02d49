package org.asyncjava.examples.scale;

import java.lang.management.ManagementFactory;

import org.asyncjava.runtime.Coroutines;

/**
 * What one element costs.
 *
 * @param nanos time
 * @param bytes allocated memory
 */
record Measurement(double nanos, double bytes) {
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;

    /** The best of several rounds, after the code is warm. */
    static Measurement of(Scenario scenario, int elements) {
        Measurement best = new Measurement(Double.MAX_VALUE, 0);
        for (int i = 0; i < ROUNDS; i++) {
            Measurement round = once(scenario, elements);
            best = round.nanos < best.nanos ? round : best;
        }
        return best;
    }

    private static Measurement once(Scenario scenario, int elements) {
        System.gc();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long began = System.nanoTime();
        int done = Coroutines.run(scenario.program().apply(elements));
        long nanos = System.nanoTime() - began;
        if (done != elements) {
            throw new IllegalStateException(scenario.name() + ": " + done + " of " + elements);
        }
        return new Measurement((double) nanos / elements, (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / elements);
    }
}
