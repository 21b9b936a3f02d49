package org.asyncjava.benchmarks.jmh.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;

/** Sleeps of one to two seconds, all at once, in a JVM that has just been started. */
final class Sleeps implements Measuring {
    private static final int SHORTEST = 1_000;
    private static final int LONGEST = 2_000;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        long start = System.nanoTime();
        long sum = contender.sleeps(scale.calls(), SHORTEST, LONGEST);
        double wall = (System.nanoTime() - start) / 1e9;
        Expect.same(Workload.sumBelow(scale.calls()), sum, "sleeps");
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("wallSeconds", wall);
        figures.put("residentBytes", Heap.peakResident());
        return figures;
    }
}
