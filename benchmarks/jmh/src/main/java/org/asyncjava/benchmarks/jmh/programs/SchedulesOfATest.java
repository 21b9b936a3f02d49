package org.asyncjava.benchmarks.jmh.programs;

import java.util.LinkedHashMap;
import java.util.Map;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Schedules;

/** What one order costs of a test that runs in many; what of its search is done once is part of it. */
final class SchedulesOfATest implements Measuring {
    private static final int SCHEDULES = 1_000;
    private static final int REPETITIONS = 20;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (contender instanceof Schedules test) {
            long[] seed = {0};
            CostPerCall.of(SCHEDULES, REPETITIONS, () -> {
                seed[0] += SCHEDULES;
                Expect.same(2L * Schedules.TASKS * SCHEDULES, test.explored(SCHEDULES, seed[0]), "explored");
            }).put(figures, "schedule");
            CostPerCall.putLoad(figures);
        }
        return figures;
    }
}
