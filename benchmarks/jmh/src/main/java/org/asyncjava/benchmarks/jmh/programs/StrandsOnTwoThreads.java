package org.asyncjava.benchmarks.jmh.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Strands;

/** Heap per strand with a task that waits, and what a step costs on strands that share two threads. */
final class StrandsOnTwoThreads implements Measuring {
    private static final int WAITING = 100_000;
    private static final int STRANDS = 100;
    private static final int TIMES = 2_000;
    private static final int REPETITIONS = 20;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (contender instanceof Strands strands) {
            bytes(strands, 1_000);
            figures.put("bytes", bytes(strands, WAITING));
            ExecutorService two = Executors.newFixedThreadPool(2);
            CostPerCall.of(2 * STRANDS * TIMES, REPETITIONS,
                    () -> Expect.same(2L * STRANDS * TIMES, strands.strandHops(two, STRANDS, TIMES), "strandHops")).put(figures, "hop");
            two.shutdown();
            CostPerCall.putLoad(figures);
        }
        return figures;
    }

    private static double bytes(Strands strands, int count) {
        long before = Heap.afterCollection();
        Object held = strands.waitingStrands(count);
        long with = Heap.afterCollection();
        if (held == null) {
            throw new IllegalStateException("no strands");
        }
        return (double) (with - before) / count;
    }
}
