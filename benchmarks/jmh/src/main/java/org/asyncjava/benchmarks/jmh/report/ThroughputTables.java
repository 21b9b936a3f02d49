package org.asyncjava.benchmarks.jmh.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;

/**
 * Time and bytes of the throughput workloads, and the ratios to what is written by hand.
 *
 * @param results the figures
 */
record ThroughputTables(Results results) {
    private static final List<String[]> PAIRS = List.of(
            new String[] {"ours-coroutine", "limit-full"}, new String[] {"ours-coroutine", "limit"},
            new String[] {"ours-future", "sm-full"}, new String[] {"ours-future", "sm-fast"});

    String markdown() {
        return "### Time and bytes per element\n\n"
                + "Per await, call, suspension, run (of 100 nested calls and 10 suspensions), task and switch: nanoseconds, bytes.\n\n"
                + figures()
                + "\n### Ratios to the hand-written machines\n\n"
                + "Time, and bytes in brackets. limit-full and sm-full have the features that are named above; limit and sm-fast have fewer.\n\n"
                + pairs()
                + "\n### Time relative to limit\n\n"
                + relative()
                + "\n### How far the forks of a figure are apart\n\n"
                + "The slowest fork's time divided by the fastest one's; in brackets the same of the iterations of a fork, the median of the forks.\n\n"
                + spreads();
    }

    private String figures() {
        Table table = table();
        for (String contender : results.contenders()) {
            addRow(table, contender, workload -> cell(contender, workload));
        }
        return table.toString();
    }

    private String cell(String contender, Workload workload) {
        OptionalDouble time = results.figure(contender, Figure.time(workload));
        OptionalDouble bytes = results.figure(contender, Figure.bytes(workload));
        return Quantity.plain(time) + (bytes.isPresent() ? ", " + Quantity.plain(bytes) + " B" : "");
    }

    private String pairs() {
        Table table = table();
        for (String[] pair : PAIRS) {
            addRow(table, pair[0] + " / " + pair[1], workload -> {
                OptionalDouble bytes = results.ratio(pair[0], pair[1], Figure.bytes(workload));
                return Quantity.ratio(results.ratio(pair[0], pair[1], Figure.time(workload)))
                        + (bytes.isPresent() ? " (" + Quantity.ratio(bytes) + ")" : "");
            });
        }
        return table.toString();
    }

    private String relative() {
        Table table = table();
        for (String contender : results.contenders()) {
            addRow(table, contender, workload -> Quantity.ratio(results.ratio(contender, "limit", Figure.time(workload))));
        }
        return table.toString();
    }

    private String spreads() {
        Table table = table();
        for (String contender : results.contenders()) {
            addRow(table, contender, workload -> spread(contender, workload));
        }
        return table.toString();
    }

    private String spread(String contender, Workload workload) {
        OptionalDouble iterations = results.figure(contender, Figure.iterations(workload));
        return Quantity.ratio(results.figure(contender, Figure.spread(workload))) + (iterations.isPresent() ? " (" + Quantity.ratio(iterations) + ")" : "");
    }

    private static Table table() {
        return new Table("contender", "completed", "nested", "suspend", "nested suspend", "fan-out", "yield");
    }

    private static void addRow(Table table, String first, Function<Workload, String> cell) {
        List<String> cells = Operation.THROUGHPUT.stream().map(cell).toList();
        if (cells.stream().anyMatch(text -> !text.isEmpty())) {
            table.row(first, cells);
        }
    }
}
