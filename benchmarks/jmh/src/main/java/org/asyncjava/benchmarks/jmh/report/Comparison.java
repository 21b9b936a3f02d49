package org.asyncjava.benchmarks.jmh.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;

/**
 * One of ours beside another contender, over all that both were measured for.
 *
 * @param results the figures
 * @param own one of ours
 * @param other whom it is compared with
 */
record Comparison(Results results, String own, String other) {
    /** Bytes are counted, but by all threads, those of the JVM too, and while the code is compiled: as much more is not more. */
    private static final double BYTES_ALLOWANCE = 0.5;
    private static final double BYTES_SHARE = 1.005;
    /** Times as near as this are level. */
    static final double LEVEL = 1.05;

    /** All figures of time by the words for them. */
    static Map<String, String> times() {
        Map<String, String> names = new LinkedHashMap<>();
        Operation.THROUGHPUT.forEach(workload -> names.put(wordsFor(workload), Figure.time(workload)));
        names.put("sleeps", Figure.SLEEPS_WALL);
        return names;
    }

    /** All figures of memory by the words for them. */
    static Map<String, String> memory() {
        Map<String, String> names = new LinkedHashMap<>();
        Operation.THROUGHPUT.forEach(workload -> names.put(wordsFor(workload), Figure.bytes(workload)));
        names.put("live", Figure.LIVE);
        names.put("sleeps", Figure.SLEEPS_HEAP);
        return names;
    }

    static String wordsFor(Workload workload) {
        return switch (workload) {
            case COMPLETED -> "completed";
            case NESTED -> "nested";
            case SUSPEND -> "suspend";
            case NESTED_SUSPEND -> "nested suspend";
            case FAN_OUT -> "fan-out";
            case YIELD -> "yield";
            case LIVE -> "live";
            case SLEEPS -> "sleeps";
        };
    }

    /** Whether both have a figure of that name. */
    boolean knows(String name) {
        return results.figure(own, name).isPresent() && results.figure(other, name).isPresent();
    }

    /** Where ours is slower by more than what forks of the same code differ by. */
    List<String> slower(List<String> exceptions) {
        List<String> found = new ArrayList<>();
        times().forEach((words, name) -> {
            if (!exceptions.contains(words) && results.ratio(own, other, name).orElse(0) > LEVEL && results.leastRatio(own, other, name).orElse(0) > 1) {
                found.add(words + " " + Quantity.ratio(results.ratio(own, other, name)) + " ×");
            }
        });
        return found;
    }

    /** Where ours takes more bytes, with both figures. */
    List<String> larger(List<String> exceptions) {
        List<String> found = new ArrayList<>();
        memory().forEach((words, name) -> {
            if (!exceptions.contains(words) && knows(name)) {
                double ours = results.figure(own, name).getAsDouble();
                double theirs = results.figure(other, name).getAsDouble();
                if (ours > theirs * BYTES_SHARE + BYTES_ALLOWANCE) {
                    found.add(words + " " + Quantity.bytes(ours) + " to " + Quantity.bytes(theirs));
                }
            }
        });
        return found;
    }

    /** Whether there is anything to compare. */
    boolean measured() {
        return times().values().stream().anyMatch(this::knows);
    }
}
