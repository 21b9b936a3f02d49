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
                put(figures, workload + ".grown.", grown(workload, contender, scale));
            }
        }
        return figures;
    }

    /** A contender whose stack grows with the size may not get there: that is a result too, and not the end of the others. */
    private static Timed grown(Workload workload, Contender contender, Scale scale) {
        try {
            return Timed.of(Operation.of(workload, TIMES), contender, scale.timed());
        } catch (RuntimeException | StackOverflowError e) {
            System.out.println(contender.name() + " fails at ten times " + workload + ": " + e);
            return new Timed(Double.NaN, Double.NaN);
        }
    }

    private static void put(Map<String, Double> figures, String prefix, Timed timed) {
        figures.put(prefix + "ns", timed.nanoseconds());
        figures.put(prefix + "bytes", timed.bytes());
    }
}
