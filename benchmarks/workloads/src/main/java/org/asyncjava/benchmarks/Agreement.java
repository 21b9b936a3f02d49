package org.asyncjava.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.swing.SwingUtilities;

/** Whether a contender returns what {@link Workload} demands: asked before anything is timed. */
public final class Agreement {
    private static final int DEPTH = 100;

    private final Contender contender;
    private final List<String> differences = new ArrayList<>();

    private Agreement(Contender contender) {
        this.contender = contender;
    }

    /**
     * Runs each workload of a contender, the throughput workloads once small and once as large as they are timed.
     *
     * @param contender what is to be timed
     * @return one line for each wrong result; empty if all are right
     */
    public static List<String> differences(Contender contender) {
        Agreement agreement = new Agreement(contender);
        agreement.oneCall(1);
        agreement.oneCall(1_000);
        agreement.nested(1, 1);
        agreement.nested(DEPTH, 10);
        agreement.manyCalls(1, 1);
        agreement.manyCalls(10_000, 10);
        agreement.manyCalls(1_000, 100);
        if (contender instanceof SharedCalls) {
            agreement.shared((SharedCalls) contender);
        }
        if (contender instanceof RoundTrips) {
            agreement.roundTrips((RoundTrips) contender);
        }
        if (contender instanceof HostedTurns) {
            agreement.hosted((HostedTurns) contender);
        }
        if (contender instanceof DistinctOperands) {
            agreement.distinct((DistinctOperands) contender);
        }
        if (contender instanceof Iterations) {
            agreement.iterations((Iterations) contender);
        }
        if (contender instanceof Strands) {
            agreement.strands((Strands) contender);
        }
        if (contender instanceof Scopes) {
            agreement.scopes((Scopes) contender);
        }
        if (contender instanceof Schedules) {
            agreement.schedules((Schedules) contender);
        }
        if (contender instanceof Synchronises) {
            agreement.synchronisation(((Synchronises) contender).synchronisation());
        }
        return agreement.differences;
    }

    private void oneCall(int awaits) {
        expect(Workload.COMPLETED, Workload.sumBelow(awaits), () -> contender.completed(awaits));
        expect(Workload.SUSPEND, Workload.sumBelow(awaits), () -> contender.suspend(awaits));
    }

    private void distinct(DistinctOperands operands) {
        long sum = operands.distinct();
        if (sum != Workload.sumBelow(DistinctOperands.OPERANDS)) {
            differences.add(contender.name() + ", distinct: " + sum + " instead of " + Workload.sumBelow(DistinctOperands.OPERANDS));
        }
    }

    private void nested(int depth, int awaits) {
        expect(Workload.NESTED, depth, () -> contender.nested(depth));
        long innermost = Workload.sumBelow(awaits) & 7;
        expect(Workload.NESTED_SUSPEND, depth + innermost, () -> contender.nestedSuspend(depth, awaits));
    }

    private void manyCalls(int calls, int rounds) {
        expect(Workload.FAN_OUT, Workload.sumBelow(calls), () -> contender.fanOut(calls));
        expect(Workload.YIELD, (long) calls * rounds, () -> contender.yields(calls, rounds));
        expect(Workload.LIVE, Workload.sumBelow(calls), () -> contender.live(calls).finish());
        expect(Workload.SLEEPS, Workload.sumBelow(calls), () -> contender.sleeps(calls, 1, 5));
    }

    private void shared(SharedCalls calls) {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        CompletableFuture<Integer> suspended = calls.plusOne(operand);
        boolean early = suspended.isDone();
        operand.complete(6);
        int sum = suspended.join() + calls.plusOne(operand).join();
        if (early || sum != 14) {
            differences.add(contender.name() + ", shared calls: " + sum + " instead of 14" + (early ? ", done before the operand" : ""));
        }
    }

    private void roundTrips(RoundTrips trips) {
        long sum = trips.roundTrips(3, 100);
        if (sum != 3 * Workload.sumBelow(100)) {
            differences.add(contender.name() + ", round trips: " + sum + " instead of " + 3 * Workload.sumBelow(100));
        }
    }

    private void hosted(HostedTurns turns) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        long hops = turns.hostedHops(executor, 100);
        executor.shutdown();
        if (hops != 100) {
            differences.add(contender.name() + ", hosted hops: " + hops + " instead of 100");
        }
        Runnable end = turns.yieldOnSwing(1);
        awaitSwing(); // once to make the task, once to run it
        awaitSwing();
        end.run();
        awaitSwing();
    }

    private void iterations(Iterations loops) {
        for (Iterations.Source source : loops.sources()) {
            iteration(loops, source, 1, 0);
            iteration(loops, source, 3, 96);
        }
    }

    private void iteration(Iterations loops, Iterations.Source source, int iterations, int elements) {
        long sum = loops.iterate(source, iterations, elements);
        if (sum != iterations * Workload.sumBelow(elements)) {
            differences.add(contender.name() + ", " + source + " elements: " + sum + " instead of " + iterations * Workload.sumBelow(elements));
        }
    }

    private void strands(Strands strands) {
        ExecutorService two = Executors.newFixedThreadPool(2);
        long hops = strands.strandHops(two, 3, 100);
        two.shutdown();
        if (hops != 600 || strands.waitingStrands(3) == null) {
            differences.add(contender.name() + ", strands: " + hops + " hops instead of 600");
        }
    }

    private void schedules(Schedules schedules) {
        long changes = schedules.explored(20, 0);
        if (changes != 20L * 2 * Schedules.TASKS) {
            differences.add(contender.name() + ", schedules: " + changes + " changes instead of " + 20 * 2 * Schedules.TASKS);
        }
    }

    private void synchronisation(Synchronisation tasks) {
        long sum = tasks.freeLock(10) + tasks.lockedWork(10) + tasks.contended(1, 4, 10) + tasks.contended(2, 4, 10)
                + tasks.queued(0, 100) + tasks.queued(2, 100) + tasks.pingPong(10);
        long expected = 2 * 10 + 2 * 4 * 10 + 2 * Workload.sumBelow(100) + 2 * 10;
        if (sum != expected) {
            differences.add(contender.name() + ", synchronisation: " + sum + " instead of " + expected);
        }
    }

    private void scopes(Scopes scopes) {
        CompletableFuture<Integer> a = new CompletableFuture<>();
        CompletableFuture<Integer> b = new CompletableFuture<>();
        List<CompletableFuture<Integer>> all = Arrays.asList(scopes.gathered(a, b), scopes.limited(b), scopes.grouped(a, b), scopes.mapped(Arrays.asList(a, b)));
        boolean early = all.stream().anyMatch(CompletableFuture::isDone);
        a.complete(1);
        b.complete(2);
        List<Integer> results = all.stream().map(CompletableFuture::join).collect(Collectors.toList());
        if (early || !results.equals(Arrays.asList(3, 2, 3, 3))) {
            differences.add(contender.name() + ", scopes: " + results + " instead of [3, 2, 3, 3]" + (early ? ", one done before its operands" : ""));
        }
    }

    private static void awaitSwing() {
        try {
            SwingUtilities.invokeAndWait(() -> { });
        } catch (InterruptedException | InvocationTargetException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void expect(Workload workload, long expected, LongSupplier operation) {
        if (!contender.workloads().contains(workload)) {
            return;
        }
        long actual = operation.getAsLong();
        if (actual != expected) {
            differences.add(contender.name() + ", " + workload + ": " + actual + " instead of " + expected);
        }
    }
}
