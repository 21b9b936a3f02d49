package org.asyncjava.benchmarks.jmh.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What this library allocates and generates in the workloads, beside the table {@code expected-allocations.csv}. */
class AllocationsTest {
    private static final Path TABLE = Path.of("expected-allocations.csv");
    private static final String HEADER = "what,where,figure";
    private static final boolean UPDATE = "update".equals(System.getProperty("async.goldens"));

    @Test
    void nothingIsWorseThanInTheTable() throws IOException, InterruptedException, URISyntaxException {
        List<Row> actual = actualRows();
        if (UPDATE) {
            Files.write(TABLE, Stream.concat(Stream.of(HEADER), actual.stream().map(Row::line)).toList());
        }
        Map<String, Row> expected = Files.readAllLines(TABLE).stream().skip(1).map(Row::of)
                .collect(Collectors.toMap(Row::key, Function.identity(), (first, second) -> second, LinkedHashMap::new));
        assertThat(actual).as("rows of the table; new or gone: read the difference, then run with -Dasync.goldens=update")
                .extracting(Row::key).containsExactlyInAnyOrderElementsOf(expected.keySet());
        differing(actual, row -> row.figure() < expected.get(row.key()).figure(), expected)
                .forEach(line -> System.out.println("better than " + TABLE + " says (-Dasync.goldens=update writes it anew): " + line));
        assertThat(differing(actual, row -> row.figure() > expected.get(row.key()).figure(), expected))
                .as("worse than %s says; if it must be so: -Dasync.goldens=update", TABLE).isEmpty();
    }

    private static List<String> differing(List<Row> rows, Predicate<Row> how, Map<String, Row> expected) {
        return rows.stream().filter(how).map(row -> row.line() + " instead of " + expected.get(row.key()).figure()).toList();
    }

    private static List<Row> actualRows() throws IOException, InterruptedException, URISyntaxException {
        List<Row> rows = new ArrayList<>(OwnWorkloads.generatedCode());
        OwnWorkloads.run(Interpreted.class, Path.of("target", "interpreted.txt"), "-Xint").stream().filter(Row::isRow).map(Row::of).forEach(rows::add);
        return rows.stream().sorted(Comparator.comparing(Row::key)).toList();
    }
}
