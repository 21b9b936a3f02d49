package org.asyncjava.benchmarks.jmh.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What strands cost, scopes where no loop runs, tests in many orders, and what tasks use together.
 *
 * @param results the figures
 */
record ScopeTables(Results results) {
    private static final List<String> SCOPES = List.of("gather", "limit", "group", "map");
    private static final List<String> SYNCHRONISED = List.of("lock", "with", "contended", "semaphore", "queue", "bounded", "pingpong");

    String markdown() {
        return strands() + scopes() + schedules() + synchronisation();
    }

    private String synchronisation() {
        List<String> measured = measured(Figure.synchronisation("lock", "ns"));
        if (measured.isEmpty()) {
            return "";
        }
        Table table = new Table("contender", "lock", "with", "contended lock", "semaphore", "queue", "queue(16)", "ping-pong");
        measured.forEach(contender -> table.row(contender, SYNCHRONISED.stream()
                .map(what -> Quantity.plain(results.figure(contender, Figure.synchronisation(what, "ns"))) + ", "
                        + Quantity.withUnit(results.figure(contender, Figure.synchronisation(what, "bytes")), "B")).toList()));
        return "\n### Locks, semaphores and queues\n\nOf one loop, or one carrier, ns and bytes of compiled code: *lock*: taken and given back while nobody else wants it; *with*: by\n"
                + "doing something that needs no waiting while holding it; *contended lock*: per permit, of 100 tasks that give way while they hold it; *semaphore*: the\n"
                + "same with ten permits; *queue*: per item, from one task to another; *ping-pong*: there and back through two queues that hold one.\n"
                + when("synchronisation", measured) + "\n\n" + table;
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
