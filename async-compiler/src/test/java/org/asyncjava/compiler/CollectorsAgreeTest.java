package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.testing.Promises;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiler plugin and source check report the same places, to the column. */
class CollectorsAgreeTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> theSameIsReportedAtTheSamePlacesAsOften() throws IOException {
        return Promises.corpus().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            Set<String> onlyWithTypes = Promises.of(source).onlyWithTypes();
            List<String> byCompiler = byCompiler(source).stream().filter(place -> !onlyWithTypes.contains(place.substring(0, place.indexOf(':')))).toList();
            assertThat(bySource(source)).isEqualTo(byCompiler);
        }));
    }

    @Test
    void theCorpusHasManyPromises() throws IOException {
        int promised = 0;
        for (Path source : Promises.corpus()) {
            promised += Promises.of(source).found().size();
        }
        assertThat(promised).isGreaterThan(140);
    }

    private static List<String> bySource(Path source) {
        List<Violation> violations = new SourceCheck(StandardCharsets.UTF_8, List.of()).check(List.of(source)).all();
        return violations.stream()
                .map(violation -> place(violation.rule().code(), violation.position().line(), violation.position().column())).sorted().toList();
    }

    /** javac points to the dot in front of a name, if there is one. */
    private List<String> byCompiler(Path source) throws IOException {
        List<String> lines = Files.readAllLines(source);
        return Javac.compile(directory, List.of(source), "-Aasync.transform=off", "-Xmaxerrs", "1000").stream()
                .filter(message -> !message.code().isEmpty()).map(message -> {
            boolean dot = lines.get((int) message.line() - 1).charAt((int) message.column() - 1) == '.';
            return place(message.code(), message.line(), message.column() + (dot ? 1 : 0));
        }).sorted().toList();
    }

    private static String place(String code, long line, long column) {
        return "%s at line %03d:%03d".formatted(code, line, column);
    }
}
