package org.asyncjava.benchmarks.jmh.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;

/**
 * What the programs found: memory, sleeps, endurance, growth, two threads.
 *
 * @param results the figures
 */
record ProgramTables(Results results) {
    String markdown() {
        return "### Memory, sleeps, endurance\n\n"
                + "*live*: heap per suspended call with four live locals, its operand included, of 1,000,000 (for the second million; the first in\n"
                + "brackets: it pays for queues that grow). *sleeps*: 1,000,000 sleeps of one to two seconds at once: wall time; the most heap that full\n"
                + "collections leave while all sleep; the most physical memory of the process. *endurance*: one call that suspends 10,000,000 times in a\n"
                + "heap of 256 MB: per await, in the first million and in the rest.\n\n"
                + memory()
                + "\n### Growth\n\n"
                + "Cost per element at ten times the size divided by the cost at the usual size (nested suspend: the depth grows): time, and bytes in brackets.\n\n"
                + growth()
                + "\n### Two threads\n\n"
                + "Time per element of each of two threads that work at once, divided by the time of one that works alone: 1 is perfect, 2 is none gained.\n\n"
                + threads()
                + "\nCalls that one thread starts and another resumes, ns per call: *alone*: one thread starts 50,000 and completes their operands; *crossed*: two\n"
                + "threads start one half each, then each completes the operands of the other's half; *raced*: one completes each operand as soon as the\n"
                + "other has made it. Without contention, crossed is well below alone.\n\n"
                + shared()
                + trips()
                + hosts()
                + new ScopeTables(results).markdown();
    }

    private String trips() {
        List<String> measured = results.contenders().stream().filter(contender -> results.figure(contender, Figure.TRIPS_ONE).isPresent()).toList();
        if (measured.isEmpty()) {
            return "";
        }
        Table table = new Table("contender", "one call", "1,000 calls");
        measured.forEach(contender -> table.row(contender,
                Stream.of(Figure.TRIPS_ONE, Figure.TRIPS_MANY).map(name -> Quantity.plain(results.figure(contender, name))).toList()));
        return "\nRound trips: code that one thread's loop has another one run and whose result it goes on with, ns each; of one call after the other, where both\n"
                + "threads mostly wait to be woken, and of 1,000 calls at once.\n\n" + table;
    }

    private String hosts() {
        List<String> measured = results.contenders().stream().filter(contender -> results.figure(contender, Figure.HOST_HOP).isPresent()).toList();
        if (measured.isEmpty()) {
            return "";
        }
        Table table = new Table("contender", "hop", "event alone", "frames/s alone", "frames/s beside");
        measured.forEach(contender -> table.row(contender, Stream.of(Figure.HOST_HOP, Figure.HOST_EVENT, Figure.FRAMES_ALONE, Figure.FRAMES_BESIDE)
                .map(name -> Quantity.plain(results.figure(contender, name))).toList()));
        return "\nOn threads that somebody else runs: *hop*: a step of a task that an event of a single-threaded executor wakes, which the step before has given to\n"
                + "it, ns; *event*: such an event alone. *frames*: how often a window of Swing paints itself, alone and beside 100,000 tasks that give way all the\n"
                + "time on its thread; nothing without a display.\n\n" + table;
    }

    private String shared() {
        Table table = new Table("contender", "alone", "crossed", "raced");
        results.contenders().stream().filter(contender -> results.figure(contender, Figure.SHARED_ALONE).isPresent())
                .forEach(contender -> table.row(contender, Stream.of(Figure.SHARED_ALONE, Figure.SHARED_CROSSED, Figure.SHARED_RACED)
                        .map(name -> Quantity.plain(results.figure(contender, name))).toList()));
        return table.toString();
    }

    private String memory() {
        Table table = new Table("contender", "live", "sleeps, wall", "sleeps, heap", "sleeps, process", "endurance, first", "endurance, rest");
        for (String contender : results.contenders()) {
            List<String> cells = List.of(live(contender),
                    orFailure(contender, "sleeps", Quantity.seconds(results.figure(contender, Figure.SLEEPS_WALL))),
                    orFailure(contender, "sleeping", Quantity.megabytes(results.figure(contender, Figure.SLEEPS_HEAP))),
                    Quantity.megabytes(results.figure(contender, Figure.SLEEPS_RESIDENT)),
                    Quantity.withUnit(results.figure(contender, Figure.ENDURANCE_FIRST), "ns"),
                    orFailure(contender, "endurance", Quantity.withUnit(results.figure(contender, Figure.ENDURANCE_REST), "ns")));
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                table.row(contender, cells);
            }
        }
        return table.toString();
    }

    private String live(String contender) {
        String second = Quantity.withUnit(results.figure(contender, Figure.LIVE), "B");
        String first = Quantity.plain(results.figure(contender, Figure.LIVE_FIRST));
        return orFailure(contender, "live", second + (first.isEmpty() || second.startsWith(first + " ") ? "" : " (" + first + ")"));
    }

    private String orFailure(String contender, String program, String figure) {
        Optional<String> failure = results.failure(contender, program);
        return figure.isEmpty() ? failure.orElse("") : figure;
    }

    private String growth() {
        return rows(contender -> workload -> {
            String time = Quantity.ratio(quotient(contender, Figure.grown(workload, "ns"), Figure.growth(workload, "ns")));
            String bytes = Quantity.ratio(bytesGrowth(contender, workload));
            if (time.isEmpty() && results.figure(contender, Figure.growth(workload, "ns")).isPresent()) {
                return "fails";
            }
            return bytes.isEmpty() ? time : time + " (" + bytes + ")";
        });
    }

    /** Nothing for a workload that allocates next to nothing: quotients of fractions of a byte say nothing. */
    OptionalDouble bytesGrowth(String contender, Workload workload) {
        OptionalDouble before = results.figure(contender, Figure.growth(workload, "bytes"));
        return before.isPresent() && before.getAsDouble() >= 2
                ? quotient(contender, Figure.grown(workload, "bytes"), Figure.growth(workload, "bytes")) : OptionalDouble.empty();
    }

    private String threads() {
        return rows(contender -> workload ->
                Quantity.ratio(quotient(contender, Figure.threads(workload, "two"), Figure.threads(workload, "one"))));
    }

    OptionalDouble quotient(String contender, String dividend, String divisor) {
        OptionalDouble above = results.figure(contender, dividend);
        OptionalDouble below = results.figure(contender, divisor);
        return above.isPresent() && below.isPresent() && below.getAsDouble() > 0
                ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble()) : OptionalDouble.empty();
    }

    private String rows(Function<String, Function<Workload, String>> cells) {
        Table table = new Table("contender", "completed", "nested", "suspend", "nested suspend", "fan-out", "yield");
        for (String contender : results.contenders()) {
            List<String> row = Operation.THROUGHPUT.stream().map(cells.apply(contender)).toList();
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                table.row(contender, row);
            }
        }
        return table.toString();
    }
}
