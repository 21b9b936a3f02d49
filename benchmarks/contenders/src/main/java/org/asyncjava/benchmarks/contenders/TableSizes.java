package org.asyncjava.benchmarks.contenders;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;

/** The workloads as large as the published tables have them. */
final class TableSizes {
    private static final int AWAITS = 1_000;
    private static final int DEPTH = 100;
    private static final int INNER_AWAITS = 10;
    private static final int TASKS = 10_000;
    private static final int YIELDING_TASKS = 1_000;
    private static final int ROUNDS = 100;
    static final int CALLS = 1_000_000;

    private TableSizes() {
    }

    static long run(Contender contender, Workload workload) {
        return switch (workload) {
            case COMPLETED -> contender.completed(AWAITS);
            case NESTED -> contender.nested(DEPTH);
            case SUSPEND -> contender.suspend(AWAITS);
            case NESTED_SUSPEND -> contender.nestedSuspend(DEPTH, INNER_AWAITS);
            case FAN_OUT -> contender.fanOut(TASKS);
            case YIELD -> contender.yields(YIELDING_TASKS, ROUNDS);
            case LIVE -> contender.live(CALLS).finish();
            case SLEEPS -> contender.sleeps(CALLS, 1_000, 2_000);
        };
    }

    static long expected(Workload workload) {
        return switch (workload) {
            case COMPLETED, SUSPEND -> Workload.sumBelow(AWAITS);
            case NESTED -> DEPTH;
            case NESTED_SUSPEND -> DEPTH + (Workload.sumBelow(INNER_AWAITS) & 7);
            case FAN_OUT -> Workload.sumBelow(TASKS);
            case YIELD -> YIELDING_TASKS * ROUNDS;
            case LIVE, SLEEPS -> Workload.sumBelow(CALLS);
        };
    }

    /** By what the cost of a run is to be divided: awaits, calls, tasks, switches; a nested suspension counts as one. */
    static int elements(Workload workload) {
        return switch (workload) {
            case COMPLETED, SUSPEND -> AWAITS;
            case NESTED -> DEPTH;
            case NESTED_SUSPEND -> 1;
            case FAN_OUT -> TASKS;
            case YIELD -> YIELDING_TASKS * ROUNDS;
            case LIVE, SLEEPS -> CALLS;
        };
    }
}
