package org.asyncjava.benchmarks.jmh.programs;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Iterations;
import org.asyncjava.benchmarks.Workload;

/**
 * What an element costs a loop that asks for it: in many short iterations, and in a long one. The time is that of the processor, of the thread
 * that does all of it: the least of many repetitions.
 */
final class ElementsOfLoops implements Measuring {
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ELEMENTS = 96_000;
    private static final int FEW = 96;
    private static final int FEWEST = 20;
    private static final int WARM_UPS = 3;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Iterations loops = (Iterations) contender;
        for (Iterations.Source source : loops.sources()) {
            warmUp(loops, source, scale.timed());
            String name = source.name().toLowerCase(Locale.ROOT);
            Cost many = repeat(loops, source, ELEMENTS / FEW, scale.timed());
            Cost one = repeat(loops, source, 1, scale.timed());
            figures.put(name + ".short.ns", many.nanoseconds());
            figures.put(name + ".long.ns", one.nanoseconds());
            figures.put(name + ".bytes", one.bytes());
            figures.put(name + ".iteration.bytes", (many.bytes() - one.bytes()) * FEW);
        }
        return figures;
    }

    /** In both lengths by turns: code that was compiled for one of them alone is compiled anew when it meets the other. */
    private static void warmUp(Iterations loops, Iterations.Source source, Duration time) {
        for (int i = 0; i < WARM_UPS; i++) {
            repeat(loops, source, ELEMENTS / FEW, time);
            repeat(loops, source, 1, time);
        }
    }

    /** Of an element. */
    private record Cost(double nanoseconds, double bytes) {
    }

    private static Cost repeat(Iterations loops, Iterations.Source source, int iterations, Duration time) {
        long end = THREADS.getCurrentThreadCpuTime() + time.toNanos();
        long least = Long.MAX_VALUE;
        long allocated = 0;
        for (int times = 0; times < FEWEST || THREADS.getCurrentThreadCpuTime() < end; times++) {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long start = THREADS.getCurrentThreadCpuTime();
            long sum = loops.iterate(source, iterations, ELEMENTS / iterations);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
            allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            Expect.same(iterations * Workload.sumBelow(ELEMENTS / iterations), sum, source + " elements");
        }
        return new Cost((double) least / ELEMENTS, (double) allocated / ELEMENTS);
    }
}
