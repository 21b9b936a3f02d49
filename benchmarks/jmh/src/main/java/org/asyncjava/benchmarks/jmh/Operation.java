package org.asyncjava.benchmarks.jmh;

import java.util.List;
import java.util.function.ToLongFunction;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;

/**
 * A workload at one size.
 *
 * @param workload which
 * @param elements how many awaits, calls, switches or tasks it consists of: what a figure is divided by
 * @param expected what it must return
 * @param call does it once
 */
public record Operation(Workload workload, int elements, long expected, ToLongFunction<Contender> call) {
    static final int AWAITS = 1_000;
    static final int DEPTH = 100;
    static final int INNER_AWAITS = 10;
    static final int FAN_OUT_TASKS = 10_000;
    static final int YIELD_TASKS = 1_000;
    static final int YIELD_ROUNDS = 100;

    /** The workloads whose time and bytes per element are measured. */
    public static final List<Workload> THROUGHPUT = List.of(
            Workload.COMPLETED, Workload.NESTED, Workload.SUSPEND, Workload.NESTED_SUSPEND, Workload.FAN_OUT, Workload.YIELD);

    /**
     * A throughput workload.
     *
     * @param workload which
     * @param factor how many times larger than usual
     * @return it, to be run
     */
    public static Operation of(Workload workload, int factor) {
        return switch (workload) {
            case COMPLETED -> ofAwaits(workload, AWAITS * factor, c -> c.completed(AWAITS * factor));
            case SUSPEND -> ofAwaits(workload, AWAITS * factor, c -> c.suspend(AWAITS * factor));
            case FAN_OUT -> ofAwaits(workload, FAN_OUT_TASKS * factor, c -> c.fanOut(FAN_OUT_TASKS * factor));
            case NESTED -> new Operation(workload, DEPTH * factor, DEPTH * factor, c -> c.nested(DEPTH * factor));
            case NESTED_SUSPEND -> new Operation(workload, factor, DEPTH * factor + (Workload.sumBelow(INNER_AWAITS) & 7),
                    c -> c.nestedSuspend(DEPTH * factor, INNER_AWAITS));
            case YIELD -> new Operation(workload, YIELD_TASKS * YIELD_ROUNDS * factor, (long) YIELD_TASKS * YIELD_ROUNDS * factor,
                    c -> c.yields(YIELD_TASKS * factor, YIELD_ROUNDS));
            case LIVE, SLEEPS -> throw new IllegalArgumentException(workload + " is measured by a program of its own");
        };
    }

    private static Operation ofAwaits(Workload workload, int awaits, ToLongFunction<Contender> call) {
        return new Operation(workload, awaits, Workload.sumBelow(awaits), call);
    }

    /**
     * Runs it and checks the result.
     *
     * @param contender by whom
     * @throws IllegalStateException if the result is wrong
     */
    public void check(Contender contender) {
        long result = call.applyAsLong(contender);
        if (result != expected) {
            throw new IllegalStateException(contender.name() + " returns " + result + " for " + workload + ", not " + expected);
        }
    }
}
