package org.asyncjava.benchmarks.contenders;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.ServiceLoader;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Contender.Suspended;
import org.asyncjava.benchmarks.Workload;

/**
 * A contender's time and bytes for a workload, in seconds: for those who change something and want to know at once whether it helped. What
 * is published comes from JMH.
 *
 * <p>Arguments: the contender's name, the workload's name in any case ({@code nested-suspend}), optionally the seconds to spend (3). Shown are,
 * for each element of the workload, the best of many short measurements, so that other load on the machine matters little, and the bytes that
 * the calling thread allocates.
 */
public final class QuickLook {
    private static final long BATCH_NANOS = 20_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private QuickLook() {
    }

    /**
     * Measures.
     *
     * @param arguments contender, workload, seconds
     */
    public static void main(String[] arguments) {
        Workload workload = Workload.valueOf(arguments[1].toUpperCase(Locale.ROOT).replace('-', '_'));
        double seconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 3;
        try (Contender contender = named(arguments[0])) {
            switch (workload) {
                case LIVE -> live(contender);
                case SLEEPS -> sleeps(contender);
                default -> throughput(contender, workload, (long) (seconds * 1e9));
            }
        }
    }

    private static Contender named(String name) {
        for (Contender contender : ServiceLoader.load(Contender.class)) {
            if (contender.name().equals(name)) {
                return contender;
            }
        }
        throw new IllegalArgumentException("no contender is called " + name);
    }

    private static void throughput(Contender contender, Workload workload, long nanos) {
        long end = System.nanoTime() + nanos;
        int runs = 1;
        double bestNanos = Double.MAX_VALUE;
        double bytes = 0;
        while (System.nanoTime() < end) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            for (int i = 0; i < runs; i++) {
                check(workload, TableSizes.run(contender, workload));
            }
            long elapsed = System.nanoTime() - start;
            double elements = (double) runs * TableSizes.elements(workload);
            bytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / elements;
            bestNanos = Math.min(bestNanos, elapsed / elements);
            if (elapsed < BATCH_NANOS) {
                runs *= 2;
            }
        }
        print("%-22s %-15s %10.2f ns %10.1f B%n", contender.name(), workload, bestNanos, bytes);
    }

    private static void check(Workload workload, long result) {
        if (result != TableSizes.expected(workload)) {
            throw new IllegalStateException(workload + ": " + result);
        }
    }

    private static void live(Contender contender) {
        int calls = TableSizes.CALLS;
        contender.live(100).finish();
        long before = usedHeap();
        Suspended suspended = contender.live(calls);
        long used = usedHeap() - before;
        check(Workload.LIVE, suspended.finish());
        print("%-22s LIVE %10.1f B of heap per call%n", contender.name(), (double) used / calls);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void sleeps(Contender contender) {
        long start = System.nanoTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        check(Workload.SLEEPS, TableSizes.run(contender, Workload.SLEEPS));
        double bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        print("%-22s SLEEPS %10.2f s %10.1f MB allocated%n", contender.name(), (System.nanoTime() - start) / 1e9, bytes / 1e6);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
