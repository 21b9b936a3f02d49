package org.asyncjava.benchmarks.jmh.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What strands cost, scopes where no loop runs, and tests in many orders.
 *
 * @param results the figures
 */
record ScopeTables(Results results) {
    private static final List<String> SCOPES = List.of("gather", "limit", "group", "map");

    String markdown() {
        return strands() + scopes() + schedules();
    }

    private String strands() {
        List<String> measured = measured(Figure.STRAND_HOP);
        if (measured.isEmpty()) {
            return "";
        }
        Table table = new Table("contender", "strand", "hop, wall", "hop, processor");
        measured.forEach(contender -> table.row(contender, List.of(Quantity.withUnit(results.figure(contender, Figure.STRAND_BYTES), "B"),
                Quantity.withUnit(results.figure(contender, Figure.STRAND_HOP), "ns"),
                Quantity.withUnit(results.figure(contender, Figure.STRAND_HOP_PROCESSOR), "ns"))));
        return "\n### Strands\n\n*strand*: heap of a strand with a task that waits, its operand included, of 100,000. *hop*: a step of one of 200 tasks on 100 strands that\n"
                + "share two threads, which counts and gives way: what passes between two steps of any of them, and processor time of all threads. A strand\n"
                + "is `limitedParallelism(1)` in Kotlin; virtual threads have a lock and two carriers. " + when("strands", measured) + "\n\n" + table;
    }

    private String scopes() {
        List<String> measured = measured(Figure.scope("gather", "ns"));
        if (measured.isEmpty()) {
            return "";
        }
        Table table = new Table("contender", "gather", "limit", "group", "map");
        measured.forEach(contender -> table.row(contender, SCOPES.stream().map(what -> Stream.of("processor.ns", "ns")
                .map(unit -> Quantity.plain(results.figure(contender, Figure.scope(what, unit)))).reduce((cpu, wall) -> cpu + " (" + wall + ")").orElseThrow())
                .toList()));
        return "\n### Scopes without a loop\n\nProcessor time of all threads per call, ns, and wall time in brackets, the two operands and the method included, which are completed by\n"
                + "the caller: *gather* of both; *limit*: one, for a day at most; *group* of two calls; *map*: a call for each of a list of two. cf-chain has `allOf` and\n"
                + "`orTimeout`, and nothing that cancels; kotlinx `coroutineScope` and `withTimeout`. " + when("scopes", measured) + "\n\n" + table;
    }

    private String schedules() {
        List<String> measured = measured(Figure.SCHEDULE);
        if (measured.isEmpty()) {
            return "";
        }
        Table table = new Table("contender", "schedule, wall", "schedule, processor");
        measured.forEach(contender -> table.row(contender, List.of(Quantity.withUnit(results.figure(contender, Figure.SCHEDULE), "ns"),
                Quantity.withUnit(results.figure(contender, Figure.SCHEDULE_PROCESSOR), "ns"))));
        return "\n### Schedules\n\nOne order of a test that runs in a thousand, its loop included: ten tasks, each of which takes a lock, gives way and releases it, twice.\n"
                + when("schedules", measured) + "\n\n" + table;
    }

    private List<String> measured(String figure) {
        return results.contenders().stream().filter(contender -> results.figure(contender, figure).isPresent()).toList();
    }

    /** Whether another day's, and how busy the machine was. */
    private String when(String program, List<String> measured) {
        OptionalDouble load = measured.stream().map(contender -> results.figure(contender, Figure.load(program))).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).max();
        return "Measured" + results.date(program).map(date -> " on " + date).orElse("")
                + (load.isPresent() ? ", at a load of up to " + Quantity.plain(load) : "") + ".";
    }
}
