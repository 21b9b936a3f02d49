package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.asyncjava.transformer.testing.Promises;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The compiler plugin reports what the corpus promises, and nothing else. HARD_CASES 16, 38-42, 44, 51, 88. */
class CompilerCorpusTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyPromiseIsKeptAndNothingElseIsReported() throws IOException {
        return Promises.corpus().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            List<Javac.Message> messages = Javac.compile(directory, List.of(source), "-Aasync.transform=off", "-Xmaxerrs", "1000").stream()
                    .filter(message -> message.kind() != Diagnostic.Kind.NOTE).toList();
            assertThat(messages).filteredOn(message -> message.code().isEmpty()).isEmpty();
            Set<String> found = messages.stream().map(Javac.Message::atLine).collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).isEqualTo(Promises.of(source).inCompiler());
        }));
    }
}
