package org.asyncjava.benchmarks.jmh.programs;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.jmh.Operation;

/**
 * What an operation costs per element, once the code is warm: the fastest of many repetitions, and the bytes of all.
 *
 * @param nanoseconds time per element
 * @param bytes allocated per element, by all threads
 */
record Timed(double nanoseconds, double bytes) {
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FEWEST = 5;

    static Timed of(Operation operation, Contender contender, Duration time) {
        return ofTurns(operation, List.of(contender), time);
    }

    /** By several contenders, one after the other in each repetition. */
    static Timed ofTurns(Operation operation, List<Contender> contenders, Duration time) {
        repeat(operation, contenders, time);
        return repeat(operation, contenders, time);
    }

    private static Timed repeat(Operation operation, List<Contender> contenders, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long fastest = Long.MAX_VALUE;
        long allocated = -allocatedBytes();
        int times = 0;
        for (long start = System.nanoTime(); times < FEWEST || start < end; start = System.nanoTime()) {
            for (Contender contender : contenders) {
                operation.check(contender);
            }
            fastest = Math.min(fastest, System.nanoTime() - start);
            times++;
        }
        allocated += allocatedBytes();
        double elements = (double) operation.elements() * contenders.size();
        return new Timed(fastest / elements, allocated / elements / times);
    }

    private static long allocatedBytes() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
