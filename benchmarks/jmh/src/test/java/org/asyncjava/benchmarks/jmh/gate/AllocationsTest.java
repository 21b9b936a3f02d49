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
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.jmh.Contenders;
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
        List<String> names = Contenders.names().stream().filter(name -> name.startsWith("ours-")).toList();
        assertThat(names).isNotEmpty();
        List<Row> rows = new ArrayList<>(interpreted(names));
        try (Contender ours = Contenders.open(names.get(0))) {
            Path classes = Path.of(ours.getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
            rows.addAll(GeneratedCode.of(classes, ours.getClass().getPackageName().replace('.', '/')));
        }
        return rows.stream().sorted(Comparator.comparing(Row::key)).toList();
    }

    private static List<Row> interpreted(List<String> names) throws IOException, InterruptedException {
        Path output = Files.createDirectories(Path.of("target")).resolve("interpreted.txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xint", "-Xmx512m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Interpreted.class.getName()));
        command.addAll(names);
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        List<String> lines = Files.readAllLines(output);
        assertThat(code).as(String.join("\n", lines)).isZero();
        return lines.stream().filter(Row::isRow).map(Row::of).toList();
    }
}
