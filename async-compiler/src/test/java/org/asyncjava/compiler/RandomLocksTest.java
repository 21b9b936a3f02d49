package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Levels;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiler plugin, source check and class files agree where a lock may be held, whatever statements are around. */
class RandomLocksTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void allCollectorsReportTheSameLines(long seed) throws IOException {
        Path source = Files.writeString(directory.resolve("Locks.java"), RandomLocks.source("Locks", seed, 150));
        List<Javac.Message> messages = Javac.compile(directory, List.of(source), "-Aasync.transform=off", "-Xmaxwarns", "100000");
        assertThat(messages).filteredOn(message -> message.code().isEmpty()).isEmpty();
        Set<Integer> byCompiler = messages.stream().filter(message -> message.code().equals("AJ104")).map(message -> (int) message.line())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(differences(lines(new SourceCheck(StandardCharsets.UTF_8, List.of()).check(List.of(source)).all()), byCompiler)).isEmpty();
        assertThat(differences(lines(inClassFile()), byCompiler)).isEmpty();
        assertThat(byCompiler).hasSizeGreaterThan(100);
    }

    private static Set<Integer> differences(Set<Integer> one, Set<Integer> other) {
        Set<Integer> all = new TreeSet<>(one);
        all.addAll(other);
        all.removeIf(line -> one.contains(line) && other.contains(line));
        return all;
    }

    private List<Violation> inClassFile() throws IOException {
        try (ClassPath classPath = ClassPath.of(List.of(directory, Javac.ANNOTATIONS, Javac.RUNTIME))) {
            TransformerOptions options = TransformerOptions.defaults().withLevels(Levels.defaults());
            return new AsyncTransformer(classPath, options).transform(Files.readAllBytes(directory.resolve("Locks.class"))).violations();
        }
    }

    private static Set<Integer> lines(List<Violation> violations) {
        return violations.stream().filter(violation -> violation.rule() == AwaitRule.AWAIT_HOLDING_LOCK).map(violation -> violation.position().line())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
