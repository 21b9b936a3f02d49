package org.asyncjava.benchmarks.jmh.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.asyncjava.benchmarks.Workload;

/**
 * How near each workload must come to what is written by hand.
 *
 * @param results the figures
 */
record RowTargets(Results results) {
    private static final double NEAR = 1.1;
    private static final double CALLS = 1.15;
    private static final Map<Workload, Double> BOUNDS = new EnumMap<>(Map.of(Workload.COMPLETED, NEAR, Workload.NESTED, CALLS, Workload.SUSPEND, NEAR,
            Workload.NESTED_SUSPEND, CALLS, Workload.FAN_OUT, NEAR, Workload.YIELD, CALLS));

    /** Time of each workload beside its reference. */
    List<Target> of(String own, String reference) {
        List<Target> targets = new ArrayList<>();
        BOUNDS.forEach((workload, bound) -> targets.add(within(own, reference, Comparison.wordsFor(workload), new Bound(Figure.time(workload), bound))));
        return targets;
    }

    /** The most of one time in another contender's. */
    private record Bound(String figure, double times) {
    }

    /** A call that suspends very often, and a fan-out beside chains, which are the JDK's own. */
    List<Target> ofFutures(String own) {
        return List.of(within(own, "sm-full", "endurance", new Bound(Figure.ENDURANCE_REST, NEAR)),
                within(own, "cf-chain", "fan-out", new Bound(Figure.time(Workload.FAN_OUT), 1)));
    }

    /** Holds if the bound is within what forks differ by. */
    private Target within(String own, String other, String words, Bound bound) {
        String wording = own + ": " + words + " ≤ " + (bound.times() == 1 ? "" : bound.times() + " × ") + other + " in time";
        OptionalDouble ratio = results.ratio(own, other, bound.figure());
        OptionalDouble least = results.leastRatio(own, other, bound.figure());
        if (ratio.isEmpty() || ratio.getAsDouble() <= bound.times() || Quantity.ratio(least).equals(Quantity.ratio(ratio))) {
            return Target.atMost(wording, ratio, bound.times(), "×");
        }
        return new Target(wording, Quantity.ratio(ratio) + " ×, " + Quantity.ratio(least) + " × by the nearer quarters of the forks",
                Target.atMost("", least, bound.times(), "×").verdict());
    }
}
