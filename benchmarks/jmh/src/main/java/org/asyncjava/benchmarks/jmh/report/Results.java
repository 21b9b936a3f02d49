package org.asyncjava.benchmarks.jmh.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** All figures of a run, by contender and by name. */
final class Results {
    /** The order of tables: this library, what is written by hand, other libraries. */
    private static final List<String> ORDER = List.of("ours-coroutine", "ours-coroutine-future", "ours-future", "limit", "limit-full", "sm-fast",
            "sm-full", "each-by-hand", "queue", "map-multi", "cf-chain", "ea-async", "tascalate", "kotlin-raw", "kotlinx", "virtual-threads",
            "asyncio");

    private final Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> failures = new LinkedHashMap<>();
    private final Map<String, String> dates = new LinkedHashMap<>();

    void put(String contender, String name, double figure) {
        if (!Double.isNaN(figure)) {
            figures.computeIfAbsent(contender, each -> new LinkedHashMap<>()).put(name, figure);
        }
    }

    /** Notes on which day a program has found out something, if that is known. */
    void putDate(String program, String date) {
        if (date != null) {
            dates.put(program, date);
        }
    }

    Optional<String> date(String program) {
        return Optional.ofNullable(dates.get(program));
    }

    void putFailure(String contender, String program, String failure) {
        failures.computeIfAbsent(contender, each -> new LinkedHashMap<>()).put(program, failure);
    }

    OptionalDouble figure(String contender, String name) {
        Double figure = figures.getOrDefault(contender, Map.of()).get(name);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    Optional<String> failure(String contender, String program) {
        return Optional.ofNullable(failures.getOrDefault(contender, Map.of()).get(program));
    }

    /** Those that have a figure or a failure, in the order of tables. */
    List<String> contenders() {
        Set<String> known = new LinkedHashSet<>(figures.keySet());
        known.addAll(failures.keySet());
        List<String> ordered = new ArrayList<>(ORDER);
        ordered.retainAll(known);
        known.removeAll(ORDER);
        ordered.addAll(known);
        return ordered;
    }

    /**
     * The ratio of two times if ours is as fast as a quarter of its forks and theirs as slow as a quarter of theirs: what is within a bound then
     * is level with it as far as can be told. The ratio itself if it is not known what single forks took.
     */
    OptionalDouble leastRatio(String contender, String other, String time) {
        OptionalDouble own = figure(contender, Figure.fastQuarter(time));
        OptionalDouble theirs = figure(other, Figure.slowQuarter(time));
        return own.isPresent() && theirs.isPresent() ? OptionalDouble.of(own.getAsDouble() / theirs.getAsDouble()) : ratio(contender, other, time);
    }

    /** One figure divided by another, if both are known and the second is not nothing. */
    OptionalDouble ratio(String contender, String other, String name) {
        OptionalDouble own = figure(contender, name);
        OptionalDouble theirs = figure(other, name);
        return own.isPresent() && theirs.isPresent() && theirs.getAsDouble() > 0
                ? OptionalDouble.of(own.getAsDouble() / theirs.getAsDouble()) : OptionalDouble.empty();
    }
}
