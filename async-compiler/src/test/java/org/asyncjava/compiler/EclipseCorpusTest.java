package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.transformer.testing.Promises;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Under Eclipse's compiler the promises of the corpus are kept, each at its own place. HARD_CASES 16, 38-42, 44, 51, 88. */
class EclipseCorpusTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyPromiseIsKeptAtItsPlaceAndNothingElseIsReported() throws IOException {
        return Promises.corpus().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            List<Javac.Message> messages = Javac.compile(new EclipseCompiler(), directory, List.of(source), "--release", Promises.release(source)).stream()
                    .filter(message -> !message.code().isEmpty()).toList();
            Set<String> found = messages.stream().map(Javac.Message::atLine).collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).containsAll(Promises.of(source).inSource()).isSubsetOf(Promises.of(source).inCompiler());
            assertThat(words(source, messages)).containsAll(namesReportedBySourceCheck(source));
        }));
    }

    /** Where a caret is put, with the rest of the line. */
    private static Set<String> words(Path source, List<Javac.Message> messages) throws IOException {
        List<String> lines = Files.readAllLines(source);
        return messages.stream().map(message -> message.code() + " "
                + lines.get((int) message.line() - 1).substring((int) message.column() - 1)).collect(Collectors.toSet());
    }

    private static Set<String> namesReportedBySourceCheck(Path source) throws IOException {
        List<String> lines = Files.readAllLines(source);
        return new SourceCheck(StandardCharsets.UTF_8, List.of()).check(List.of(source)).all().stream()
                .map(violation -> violation.rule().code() + " "
                        + lines.get(violation.position().line() - 1).substring(violation.position().column() - 1)).collect(Collectors.toSet());
    }
}
