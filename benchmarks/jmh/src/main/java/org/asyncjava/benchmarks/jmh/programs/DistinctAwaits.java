package org.asyncjava.benchmarks.jmh.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.DistinctOperands;
import org.asyncjava.benchmarks.Workload;

/** Awaits of operands that are done and all different ones: the median of many repetitions. */
final class DistinctAwaits implements Measuring {
    private static final int CALLS = 1_000;
    private static final int REPETITIONS = 200;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        DistinctOperands operands = (DistinctOperands) contender;
        CostPerCall.of(CALLS * DistinctOperands.OPERANDS, REPETITIONS, () -> {
            for (int i = 0; i < CALLS; i++) {
                Expect.same(Workload.sumBelow(DistinctOperands.OPERANDS), operands.distinct(), "distinct");
            }
        }).put(figures, "await");
        CostPerCall.putLoad(figures);
        return figures;
    }
}
