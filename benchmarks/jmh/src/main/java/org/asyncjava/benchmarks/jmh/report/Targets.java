package org.asyncjava.benchmarks.jmh.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;

/**
 * What the library must reach, beside what it reaches.
 *
 * @param results the figures
 * @param allocations the table that every build checks
 * @param transformer what the transformation costs
 */
record Targets(Results results, Allocations allocations, TransformerFigures transformer) {
    private static final String COROUTINE = "ours-coroutine";
    private static final String FUTURE = "ours-future";
    private static final double GROWTH = 1.3;
    /** Each of two threads may take half as long again as one alone: together they still do a third more. */
    private static final double CLIFF = 1.5;
    private static final double SLEEPS_BYTES = 130e6;
    private static final double SCHEDULE_NANOS = 50_000;

    String markdown() {
        StringBuilder text = new StringBuilder("| target | measured | |\n|---|---|---|\n");
        for (Target target : all()) {
            text.append("| ").append(target.wording()).append(" | ").append(target.figure()).append(" | ").append(target.verdict()).append(" |\n");
        }
        return text.toString();
    }

    private List<Target> all() {
        List<Target> targets = new ArrayList<>();
        addReference(targets, COROUTINE, "limit-full");
        addCoroutine(targets);
        addReference(targets, FUTURE, "sm-full");
        targets.add(Target.atMost(FUTURE + ": suspend on a foreign future ≤ 88 B", bytes(FUTURE, Workload.SUSPEND), 88.5, "B"));
        targets.addAll(new RowTargets(results).ofFutures(FUTURE));
        targets.add(Target.atMost(FUTURE + ": a fan-out ≤ 120 B", bytes(FUTURE, Workload.FAN_OUT), 120.5, "B"));
        targets.add(Target.atMost(FUTURE + ": live ≤ 136 B", results.figure(FUTURE, Figure.LIVE), 136.5, "B"));
        for (String rival : List.of("ea-async", "tascalate", "kotlinx")) {
            addAhead(targets, rival, List.of(), List.of());
        }
        addAhead(targets, "virtual-threads", List.of("completed", "nested"), List.of("completed", "nested"));
        addAhead(targets, "cf-chain", List.of(), List.of("nested", "fan-out", "live"));
        addTails(targets);
        for (String own : List.of(COROUTINE, FUTURE)) {
            addGrowth(targets, own);
        }
        addThreads(targets);
        targets.addAll(new ElementTables(results).targets());
        targets.addAll(new ShapeTables(results).targets());
        targets.addAll(transformer.targets());
        return targets;
    }

    private void addReference(List<Target> targets, String own, String reference) {
        Comparison comparison = new Comparison(results, own, reference);
        targets.addAll(new RowTargets(results).of(own, reference));
        targets.add(Target.unless(own + ": never more bytes than " + reference, comparison.larger(List.of("live", "sleeps")), comparison.measured()));
    }

    private void addCoroutine(List<Target> targets) {
        targets.add(Target.atMost(COROUTINE + ": suspend on a `Deferred` 24 to 32 B", bytes(COROUTINE, Workload.SUSPEND), 32.5, "B"));
        targets.add(Target.atMost(COROUTINE + ": a fan-out ≤ 96 B", bytes(COROUTINE, Workload.FAN_OUT), 96.5, "B"));
        targets.add(Target.atMost(COROUTINE + ": a cold nested call ≤ 48 B", bytes(COROUTINE, Workload.NESTED), 48.5, "B"));
        targets.add(Target.atMost(COROUTINE + ": a suspended coroutine with its operand ≤ 80 B and its task ≤ 56 B: live ≤ 136 B",
                results.figure(COROUTINE, Figure.LIVE), 136.5, "B"));
        OptionalDouble sleeps = results.figure(COROUTINE, Figure.SLEEPS_HEAP);
        targets.add(new Target(COROUTINE + ": 1,000,000 sleeps ≤ 130 MB", Quantity.megabytes(sleeps),
                Target.atMost("", sleeps, SLEEPS_BYTES, "B").verdict()));
        targets.add(Target.atMost(COROUTINE + ": yield ≤ 2 × limit", results.ratio(COROUTINE, "limit", Figure.time(Workload.YIELD)), 2, "×"));
        targets.add(Target.atMost(COROUTINE + ": one order of a test of ten tasks ≤ 50 µs", results.figure(COROUTINE, Figure.SCHEDULE), SCHEDULE_NANOS, "ns"));
    }

    private void addTails(List<Target> targets) {
        for (String tail : List.of("return otherAsync()", "return await(x) that suspends")) {
            targets.add(Target.atMost("a tail (" + tail + ") costs no state machine", allocations.figure("bytes per call", tail), 0, "B"));
        }
    }

    private void addAhead(List<Target> targets, String rival, List<String> timeExceptions, List<String> bytesExceptions) {
        Comparison comparison = new Comparison(results, FUTURE, rival);
        targets.add(Target.unless(FUTURE + ": ahead of " + rival + " in time" + excepted(timeExceptions), comparison.slower(timeExceptions),
                comparison.measured()));
        targets.add(Target.unless(FUTURE + ": ahead of " + rival + " in bytes" + excepted(bytesExceptions), comparison.larger(bytesExceptions),
                comparison.measured()));
    }

    private static String excepted(List<String> exceptions) {
        return exceptions.isEmpty() ? "" : ", except in " + String.join(", ", exceptions);
    }

    private void addGrowth(List<Target> targets, String own) {
        ProgramTables programs = new ProgramTables(results);
        List<String> against = new ArrayList<>();
        boolean measured = false;
        for (Workload workload : Operation.THROUGHPUT) {
            OptionalDouble time = programs.quotient(own, Figure.grown(workload, "ns"), Figure.growth(workload, "ns"));
            addAbove(against, Comparison.wordsFor(workload) + " in time", time, GROWTH);
            addAbove(against, Comparison.wordsFor(workload) + " in bytes", programs.bytesGrowth(own, workload), GROWTH);
            measured |= time.isPresent();
        }
        targets.add(Target.unless(own + ": cost per element within 1.3 × at ten times the size", against, measured));
    }

    private void addThreads(List<Target> targets) {
        List<String> against = new ArrayList<>();
        boolean measured = false;
        for (Workload workload : Operation.THROUGHPUT) {
            OptionalDouble two = new ProgramTables(results).quotient(FUTURE, Figure.threads(workload, "two"), Figure.threads(workload, "one"));
            addAbove(against, Comparison.wordsFor(workload), two, CLIFF);
            measured |= two.isPresent();
        }
        addAbove(against, "calls crossed between threads",
                new ProgramTables(results).quotient(FUTURE, Figure.SHARED_CROSSED, Figure.SHARED_ALONE), 1);
        targets.add(Target.unless(FUTURE + ": no cliff on two threads (each takes ≤ 1.5 × the time of one alone; calls that cross threads are not slower than on one)", against, measured));
    }

    private static void addAbove(List<String> against, String words, OptionalDouble ratio, double bound) {
        if (ratio.isPresent() && ratio.getAsDouble() > bound) {
            against.add(words + " " + Quantity.ratio(ratio) + " ×");
        }
    }

    private OptionalDouble bytes(String contender, Workload workload) {
        return results.figure(contender, Figure.bytes(workload));
    }
}
