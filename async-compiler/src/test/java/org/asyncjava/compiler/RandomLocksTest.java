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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
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
        assertThat(linesOfAll(RandomLocks.source("Locks", seed, 150))).hasSizeGreaterThan(100);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void guardsOfPatternsAreConditions() throws IOException {
        assertThat(linesOfAll("""
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                import java.util.concurrent.locks.*;
                import org.asyncjava.Async;
                class Locks {
                    private final Lock lock = new ReentrantLock();
                    @Async CompletableFuture<Integer> guarded(CompletableFuture<Integer> source, Object object) {
                        switch (object) {
                            case String text when text.isEmpty() ->
                                await(source);
                            case String text when lock.tryLock() ->
                                await(source);
                            case Integer number when await(source) > 3 ->
                                lock.lock();
                            case null, default ->
                                await(source);
                        }
                        await(source);
                        int got = switch (object) {
                            case String text when !lock.tryLock() ->
                                await(source);
                            case Integer number ->
                                await(source);
                            default -> throw new IllegalStateException();
                        };
                        return source;
                    }
                    @Async CompletableFuture<Integer> exhaustive(CompletableFuture<Integer> source, Shape shape) {
                        lock.lock();
                        switch (shape) {
                            case Circle circle ->
                                lock.unlock();
                            case Square(int side) when side > 3 ->
                                lock.unlock();
                            case Square square ->
                                lock.unlock();
                        }
                        await(source);
                        return source;
                    }
                    sealed interface Shape permits Circle, Square { }
                    record Circle() implements Shape { }
                    record Square(int side) implements Shape { }
                }
                """)).containsExactly(12, 18, 21, 23);
    }

    private Set<Integer> linesOfAll(String text) throws IOException {
        Path source = Files.writeString(directory.resolve("Locks.java"), text);
        List<Javac.Message> messages = Javac.compile(directory, List.of(source), "-Aasync.transform=off", "-Xmaxwarns", "100000");
        assertThat(messages).filteredOn(message -> message.code().isEmpty()).isEmpty();
        Set<Integer> byCompiler = messages.stream().filter(message -> message.code().equals("AJ104")).map(message -> (int) message.line())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(differences(lines(new SourceCheck(StandardCharsets.UTF_8, List.of()).check(List.of(source)).all()), byCompiler)).isEmpty();
        assertThat(differences(lines(inClassFile()), byCompiler)).isEmpty();
        return byCompiler;
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
