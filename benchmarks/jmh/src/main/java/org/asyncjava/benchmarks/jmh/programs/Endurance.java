package org.asyncjava.benchmarks.jmh.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;

/**
 * One call that suspends ten million times, beside one that does so a million times: what the first million costs and what each later
 * one does. Who keeps every await until the end runs out of heap, which is a result too.
 */
final class Endurance implements Measuring {
    private static final int TENTH = 10;
    private static final int WARM_UP = 20_000;
    private static final int WARM_UPS = 20;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        for (int i = 0; i < WARM_UPS; i++) {
            nanoseconds(contender, WARM_UP);
        }
        int tenth = scale.suspensions() / TENTH;
        double first = Math.min(nanoseconds(contender, tenth), nanoseconds(contender, tenth));
        double all = nanoseconds(contender, scale.suspensions());
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("firstTenthNs", first / tenth);
        figures.put("restNs", (all - first) / (scale.suspensions() - tenth));
        figures.put("residentBytes", Heap.peakResident());
        return figures;
    }

    private static double nanoseconds(Contender contender, int awaits) {
        long start = System.nanoTime();
        long sum = contender.suspend(awaits);
        double took = System.nanoTime() - start;
        Expect.same(Workload.sumBelow(awaits), sum, "suspend");
        return took;
    }
}
