package org.asyncjava.benchmarks.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.asyncjava.benchmarks.Iterations.Source;
import org.asyncjava.benchmarks.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables say what the raw results say. */
class ReportTest {
    private static final String RUN = """
            {"benchmark": "org.asyncjava.benchmarks.jmh.Throughput.suspend", "params": {"contender": "%s"},
             "primaryMetric": {"rawData": [[%s]]}, "secondaryMetrics": {"gc.alloc.rate.norm": {"rawData": [[%s]]}}}""";

    @TempDir
    private Path folder;

    @Test
    void aFigureIsTheMedianOverTheForksOfEachForksMedian() throws IOException {
        Files.writeString(folder.resolve("throughput-1.json"), "[" + RUN.formatted("limit", "900, 10, 12", "24, 24, 24") + "]");
        Files.writeString(folder.resolve("throughput-2.json"), "[" + RUN.formatted("limit", "20, 1, 22", "24, 24, 30") + "]");
        Results results = new RawResults(folder).read();
        assertThat(results.figure("limit", Figure.time(Workload.SUSPEND))).hasValue(16);
        assertThat(results.figure("limit", Figure.bytes(Workload.SUSPEND))).hasValue(24);
        assertThat(results.figure("limit", Figure.spread(Workload.SUSPEND)).orElseThrow()).isBetween(1.66, 1.67);
    }

    @Test
    void whatProgramsFoundAndWhyTheyFailedIsRead() throws IOException {
        Files.writeString(folder.resolve("programs.json"), """
                [{"program": "live", "contender": "limit", "figures": {"secondBytes": 72}, "failure": ""},
                 {"program": "growth", "contender": "limit", "figures": {"NESTED.ns": 3, "NESTED.grown.ns": NaN}, "failure": ""},
                 {"program": "endurance", "contender": "ea-async", "figures": {}, "failure": "OutOfMemoryError"}]""");
        Results results = new RawResults(folder).read();
        assertThat(results.figure("limit", Figure.LIVE)).hasValue(72);
        assertThat(results.contenders()).containsExactly("limit", "ea-async");
        assertThat(new ProgramTables(results).markdown()).contains("| limit | 72 B |", "| limit |  | fails |", "OutOfMemoryError |\n");
    }

    @Test
    void strandsAndScopesSayOnWhichDayAndAtWhatLoadTheyWereMeasured() throws IOException {
        Files.writeString(folder.resolve("programs.json"), """
                [{"program": "strands", "contender": "ours-coroutine", "figures": {"bytes": 576, "hop.ns": 80, "hop.processor.ns": 150, "load": 7},
                  "failure": "", "date": "2026-11-29"},
                 {"program": "scopes", "contender": "cf-chain", "figures": {"gather.ns": 120, "gather.processor.ns": 110, "limit.ns": 300,
                  "limit.processor.ns": 290, "group.ns": 150, "group.processor.ns": 140, "map.ns": 250, "map.processor.ns": 240}, "failure": ""}]""");
        assertThat(new ProgramTables(new RawResults(folder).read()).markdown()).contains("Measured on 2026-11-29, at a load of up to 7.0.",
                "| ours-coroutine | 576 B | 80 ns | 150 ns |", "| cf-chain | 110 (120) | 290 (300) | 140 (150) | 240 (250) |");
    }

    @Test
    void ordersOfATestAreShownIfTheyWereMeasuredAndAreATarget() throws IOException {
        Files.writeString(folder.resolve("programs.json"), """
                [{"program": "schedules", "contender": "ours-coroutine", "figures": {"schedule.ns": 51000, "schedule.processor.ns": 52000, "load": 1},
                  "failure": "", "date": "2026-11-30"}]""");
        Results results = new RawResults(folder).read();
        assertThat(new ProgramTables(results).markdown()).contains("Measured on 2026-11-30, at a load of up to 1.0.", "| ours-coroutine | 51,000 ns | 52,000 ns |");
        assertThat(targets(results)).contains("one order of a test of ten tasks ≤ 50 µs | 51,000 ns | **does not hold** |");
    }

    @Test
    void whatTasksUseTogetherIsShownInTimeAndBytesIfItWasMeasured() throws IOException {
        assertThat(new ProgramTables(new Results()).markdown()).doesNotContain("ping-pong");
        Files.writeString(folder.resolve("programs.json"), """
                [{"program": "synchronisation", "contender": "kotlinx", "figures": {"lock.ns": 12, "lock.bytes": 0, "with.ns": 11, "with.bytes": 0,
                  "contended.ns": 196, "contended.bytes": 94, "semaphore.ns": 118, "semaphore.bytes": 46, "queue.ns": 39, "queue.bytes": 26,
                  "bounded.ns": 49, "bounded.bytes": 26, "pingpong.ns": 158, "pingpong.bytes": 37}, "failure": "", "date": "2026-11-30"}]""");
        assertThat(new ProgramTables(new RawResults(folder).read()).markdown()).contains("### Locks, semaphores and queues", "Measured on 2026-11-30.",
                "| kotlinx | 12, 0 B | 11, 0 B | 196, 94 B | 118, 46 B | 39, 26 B | 49, 26 B | 158, 37 B |");
    }

    @Test
    void aTargetHoldsOrDoesNotHoldOrIsNotMeasured() {
        Results results = new Results();
        put(results, "ours-coroutine", 16, 24);
        put(results, "limit", 9, 24);
        put(results, "limit-full", 10, 24);
        put(results, "ours-future", 30, 89);
        assertThat(targets(results)).contains("ours-coroutine: suspend ≤ 1.1 × limit-full in time | 1.60 × | **does not hold** |",
                "ours-coroutine: fan-out ≤ 1.1 × limit-full in time |  | not measured |", "never more bytes than limit-full | all | holds |",
                "foreign future ≤ 88 B | 89 B | **does not hold** |", "ahead of ea-async in time |  | not measured |",
                "a tail (return otherAsync()) costs no state machine | 0 B | holds |");
    }

    @Test
    void aRowIsMetWithinWhatHalfOfItsForksDifferBy() throws IOException {
        for (int round = 1; round <= 5; round++) {
            Files.writeString(folder.resolve("throughput-" + round + ".json"), "["
                    + RUN.formatted("ours-coroutine", new int[] {21, 24, 22, 23, 60}[round - 1], "24") + ","
                    + RUN.formatted("limit-full", new int[] {20, 21, 19, 20, 20}[round - 1], "24") + "]");
        }
        Results results = new RawResults(folder).read();
        assertThat(results.figure("ours-coroutine", Figure.spread(Workload.SUSPEND)).orElseThrow()).isBetween(2.85, 2.86);
        assertThat(targets(results)).contains("suspend ≤ 1.1 × limit-full in time | 1.15 ×, 1.10 × by the nearer quarters of the forks | holds |");
    }

    @Test
    void otherSurroundingsAreShownIfTheyWereMeasuredAndAreTargets() throws IOException {
        assertThat(new ShapeTables(new Results()).markdown()).isEmpty();
        Files.writeString(folder.resolve("programs.json"), """
                [{"program": "distinct", "contender": "ours-future", "figures": {"await.ns": 1.2}, "failure": ""},
                 {"program": "distinct", "contender": "ea-async", "figures": {"await.ns": 1.0}, "failure": ""},
                 {"program": "classes", "contender": "ours-future", "figures": {"NESTED.1.ns": 4, "NESTED.3.ns": 5, "NESTED.10.ns": 6}, "failure": ""},
                 {"program": "zgc", "contender": "ours-future", "figures": {"SUSPEND.ns": 55}, "failure": ""}]""");
        ShapeTables tables = new ShapeTables(new RawResults(folder).read());
        assertThat(tables.markdown()).contains("| ours-future | 1.2 |\n", "| ours-future | 4.0, 5.0, 6.0 |  |  |  |\n", "|  /  / 55 /  |");
        assertThat(tables.targets()).contains(
                new Target("ours-future: awaits of different operands that are done level with ea-async", "1.20 ×", "**does not hold**"),
                new Target("ours-future: nested in ten classes ≤ 1.5 × of that in one", "1.50 ×", "holds"));
    }

    @Test
    void whoIsAheadIsNamedWithTheFigures() {
        Results results = new Results();
        put(results, "ours-future", 30, 88);
        put(results, "kotlin-raw", 10, 24);
        put(results, "ea-async", 76, 232);
        assertThat(new Rivals(results).markdown())
                .isEqualTo("Ahead of ours-future:\n\n* kotlin-raw in time: ours takes suspend 3.00 ×; in bytes: ours takes suspend 88 B to 24 B\n\n");
    }

    @Test
    void aPictureHasOneBarForEachContenderTheShortestFirst() throws IOException {
        Results results = new Results();
        put(results, "ours-future", 30, 88);
        put(results, "limit", 9, 24);
        String markdown = new Charts(results, folder).write();
        assertThat(markdown).isEqualTo("![suspend](results/charts/suspend.svg)\n\n");
        String svg = Files.readString(folder.resolve("suspend.svg"));
        assertThat(svg.indexOf(">limit<")).isBetween(0, svg.indexOf(">ours-future<"));
        assertThat(svg.split("<rect class=", -1)).hasSize(5);
    }

    @Test
    void theTablesOfTheReadmeAreReplacedAndNothingElse() {
        String begin = "<!-- tables: written by benchmarks/run -->\n";
        assertThat(Report.withTables("before\n" + begin + "old\n<!-- end of tables -->\nafter\n", "new\n"))
                .isEqualTo("before\n" + begin + "\nnew\n<!-- end of tables -->\nafter\n");
        assertThatThrownBy(() -> Report.withTables("no comments", "new")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatTheTransformerTakesIsShownAndIsATarget() throws IOException {
        Path json = Files.writeString(folder.resolve("transformer.json"), """
                {"java": "25", "figures": {"command": [{"name": "share of javac", "value": 12.0, "unit": "%", "limit": 10.0},
                                                       {"name": "javac", "value": 2.0, "unit": "s", "limit": 0.0}]}}""");
        TransformerFigures figures = TransformerFigures.read(json);
        assertThat(figures.markdown()).contains("| command: share of javac | 12 % | 10 % |\n| command: javac | 2.0 s |  |");
        assertThat(figures.targets()).containsExactly(new Target("transformer, command: share of javac ≤ 10 %", "12 %", "**does not hold**"));
    }

    @Test
    void elementsAreShownIfTheyWereMeasuredAndAreTargets() {
        Results results = new Results();
        assertThat(new ElementTables(results).markdown()).isEmpty();
        results.put("ours-coroutine", Figure.elements(Source.PLAIN, "long.ns"), 0.4);
        results.put("ours-coroutine", Figure.elements(Source.PLAIN, "iteration.bytes"), 24);
        results.put("limit", Figure.elements(Source.PLAIN, "long.ns"), 0.25);
        assertThat(new ElementTables(results).markdown()).contains("| ours-coroutine |  | 0.40 ns |  |  |  |  |\n", "| limit |  | 0.25 ns |",
                "| ours-coroutine |  | 24 B |  |");
        assertThat(new ElementTables(results).targets()).contains(
                new Target("ours-coroutine: an element, plain, of a long iteration ≤ 1.3 × limit in time", "1.60 ×", "**does not hold**"),
                new Target("ours-coroutine: an element, plain, of a long iteration ≤ kotlin-raw in time", "", "not measured"));
    }

    private static String targets(Results results) {
        return new Targets(results, new Allocations(Map.of("bytes per call,return otherAsync()", 0.0)), new TransformerFigures("", Map.of())).markdown();
    }

    private static void put(Results results, String contender, double time, double bytes) {
        results.put(contender, Figure.time(Workload.SUSPEND), time);
        results.put(contender, Figure.bytes(Workload.SUSPEND), bytes);
    }
}
