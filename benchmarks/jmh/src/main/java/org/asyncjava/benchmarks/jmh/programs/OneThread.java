package org.asyncjava.benchmarks.jmh.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;

/** Each throughput workload at its usual size, in the JVM that the program names. */
final class OneThread implements Measuring {
    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Workload workload : Operation.THROUGHPUT) {
            if (contender.workloads().contains(workload)) {
                Timed timed = Timed.of(Operation.of(workload, 1), contender, scale.timed().multipliedBy(2));
                figures.put(workload + ".ns", timed.nanoseconds());
                figures.put(workload + ".bytes", timed.bytes());
            }
        }
        CostPerCall.putLoad(figures);
        return figures;
    }
}
