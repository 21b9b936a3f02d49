package org.asyncjava.benchmarks.jmh.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;

/** Each throughput workload at its usual size and at ten times that. */
final class Growth implements Measuring {
    private static final int TIMES = 10;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Workload workload : Operation.THROUGHPUT) {
            if (contender.workloads().contains(workload)) {
                put(figures, workload + ".", Timed.of(Operation.of(workload, 1), contender, scale.timed()));
                put(figures, workload + ".grown.", Timed.of(Operation.of(workload, TIMES), contender, scale.timed()));
            }
        }
        return figures;
    }

    private static void put(Map<String, Double> figures, String prefix, Timed timed) {
        figures.put(prefix + "ns", timed.nanoseconds());
        figures.put(prefix + "bytes", timed.bytes());
    }
}
