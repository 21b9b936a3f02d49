package org.asyncjava.benchmarks.jmh.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;

/**
 * Several classes with the same methods, which are called by turns: what a library calls is then of several types, as it is in a program. The
 * classes are those of the contender, each time from a class loader of their own; the library that it uses is there once.
 */
public final class ManyClasses implements Measuring {
    /** How many classes, the fewest first. */
    public static final List<Integer> COUNTS = List.of(1, 3, 10);
    /** What is done in them. */
    public static final List<Workload> WORKLOADS = List.of(Workload.NESTED, Workload.SUSPEND, Workload.NESTED_SUSPEND, Workload.FAN_OUT);

    ManyClasses() {
    }

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        List<Contender> copies = new ArrayList<>();
        for (int count : COUNTS) {
            while (copies.size() < count) {
                copies.add(CopiedClasses.copyOf(contender));
            }
            for (Workload workload : WORKLOADS) {
                if (contender.workloads().contains(workload)) {
                    figures.put(workload + "." + count + ".ns", Timed.ofTurns(Operation.of(workload, 1), copies, scale.timed()).nanoseconds());
                }
            }
        }
        copies.forEach(Contender::close);
        CostPerCall.putLoad(figures);
        return figures;
    }
}
