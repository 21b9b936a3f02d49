package org.asyncjava.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The throughput workloads. A figure is per await, call, run, task or switch, as the table of the README says. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Throughput {
    /** Who does it. */
    @Param("limit")
    public String contender;

    private Contender worker;

    /**
     * Makes the contender and checks its result before anything is timed.
     *
     * @param benchmark tells which workload this is
     */
    @Setup
    public void checkResult(BenchmarkParams benchmark) {
        String method = benchmark.getBenchmark();
        worker = Contenders.open(contender);
        Operation.of(workloadOf(method.substring(method.lastIndexOf('.') + 1)), 1).check(worker);
    }

    /** Ends the contender's threads. */
    @TearDown
    public void close() {
        worker.close();
    }

    /**
     * Awaits on operands that are done.
     *
     * @return the sum
     */
    @Benchmark
    @OperationsPerInvocation(Operation.AWAITS)
    public long completed() {
        return worker.completed(Operation.AWAITS);
    }

    /**
     * Calls of async methods that never suspend.
     *
     * @return the depth
     */
    @Benchmark
    @OperationsPerInvocation(Operation.DEPTH)
    public long nested() {
        return worker.nested(Operation.DEPTH);
    }

    /**
     * Suspensions and resumptions.
     *
     * @return the sum
     */
    @Benchmark
    @OperationsPerInvocation(Operation.AWAITS)
    public long suspend() {
        return worker.suspend(Operation.AWAITS);
    }

    /**
     * Suspensions below a hundred calls.
     *
     * @return the depth and a bit
     */
    @Benchmark
    public long nestedSuspend() {
        return worker.nestedSuspend(Operation.DEPTH, Operation.INNER_AWAITS);
    }

    /**
     * Calls side by side.
     *
     * @return the sum
     */
    @Benchmark
    @OperationsPerInvocation(Operation.FAN_OUT_TASKS)
    public long fanOut() {
        return worker.fanOut(Operation.FAN_OUT_TASKS);
    }

    /**
     * Switches between tasks.
     *
     * @return how many
     */
    @Benchmark
    @OperationsPerInvocation(Operation.YIELD_TASKS * Operation.YIELD_ROUNDS)
    public long yields() {
        return worker.yields(Operation.YIELD_TASKS, Operation.YIELD_ROUNDS);
    }

    /** The method's name for a workload. */
    static String methodOf(Workload workload) {
        return switch (workload) {
            case COMPLETED -> "completed";
            case NESTED -> "nested";
            case SUSPEND -> "suspend";
            case NESTED_SUSPEND -> "nestedSuspend";
            case FAN_OUT -> "fanOut";
            case YIELD -> "yields";
            case LIVE, SLEEPS -> throw new IllegalArgumentException(workload + " has no method");
        };
    }

    /**
     * The workload that a method measures.
     *
     * @param method its name
     * @return the workload
     */
    public static Workload workloadOf(String method) {
        return Operation.THROUGHPUT.stream().filter(workload -> methodOf(workload).equals(method)).findFirst().orElseThrow();
    }
}
