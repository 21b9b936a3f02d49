package org.asyncjava.benchmarks.jmh.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.asyncjava.benchmarks.Iterations.Source;

/**
 * What the elements of a loop cost that asks for them one by one.
 *
 * @param results the figures
 */
record ElementTables(Results results) {
    private static final String OURS = "ours-coroutine";
    private static final List<String> TIMES = List.of("short.ns", "long.ns");
    private static final List<String> BYTES = List.of("bytes", "iteration.bytes");
    private static final double PLAIN = 1.3;
    private static final double AWAITED = 1.2;

    /** Nothing if nobody was measured. */
    String markdown() {
        List<String> measured = results.contenders().stream().filter(this::isMeasured).toList();
        if (measured.isEmpty()) {
            return "";
        }
        Table table = new Table("contender", "plain", "plain, long", "ready", "ready, long", "suspended", "suspended, long");
        measured.forEach(contender -> table.row(contender, cells(contender, TIMES, " ns")));
        Table memory = new Table("contender", "plain", "an iteration", "ready", "an iteration", "suspended", "an iteration");
        measured.forEach(contender -> memory.row(contender, cells(contender, BYTES, " B")));
        return "### Elements\n\n"
                + "Loops over elements that are handed out one by one, in iterations of 96, and in one of 96,000: the processor's time per element.\n"
                + "*plain*: by a method that cannot await; *ready*: by one that does not; *suspended*: by one that awaits before each element.\n"
                + "map-multi gives its elements away unasked; each-by-hand are iterators for our loop that are simpler than the rules for them\n"
                + "allow; queue is one between two tasks.\n\n"
                + table + "\nBytes per element, and per iteration besides, of compiled code, which need not make every object:\n\n" + memory + "\n";
    }

    private boolean isMeasured(String contender) {
        return List.of(Source.values()).stream().anyMatch(source -> results.figure(contender, Figure.elements(source, "long.ns")).isPresent());
    }

    private List<String> cells(String contender, List<String> names, String unit) {
        List<String> cells = new ArrayList<>();
        for (Source source : Source.values()) {
            for (String name : names) {
                cells.add(figure(contender, source, name, unit));
            }
        }
        return cells;
    }

    /** Times below ten are told apart by more than one decimal. */
    private String figure(String contender, Source source, String name, String unit) {
        OptionalDouble figure = results.figure(contender, Figure.elements(source, name));
        return figure.isEmpty() ? "" : (unit.equals(" ns") ? Quantity.ratio(figure) : Quantity.plain(figure)) + unit;
    }

    /** What must be reached. */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String time : TIMES) {
            String where = time.startsWith("short") ? "short iterations" : "a long iteration";
            add(targets, Source.PLAIN, time, "limit", PLAIN, where);
            add(targets, Source.PLAIN, time, "kotlin-raw", 1, where);
            add(targets, Source.READY, time, "limit-full", AWAITED, where);
            add(targets, Source.SUSPENDED, time, "limit-full", AWAITED, where);
        }
        return targets;
    }

    private void add(List<Target> targets, Source source, String time, String other, double bound, String where) {
        String wording = OURS + ": an element, " + source.name().toLowerCase(Locale.ROOT) + ", of " + where + " ≤ "
                + (bound == 1 ? "" : bound + " × ") + other + " in time";
        targets.add(Target.atMost(wording, results.ratio(OURS, other, Figure.elements(source, time)), bound, "×"));
    }
}
