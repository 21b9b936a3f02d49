package org.asyncjava.it.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The figures are those of {@code docs/coverage.md}. */
@DisplayName("HARD_CASES 90: what JaCoCo reports of generators and of a loop over each")
class GeneratorCoverageTest {
    private static final String NAME = "CoveredElements";
    private static final Path SOURCE = Path.of("src", "test", "targets", "covered", NAME + ".java");

    private final LoggerRuntime runtime = new LoggerRuntime();
    private final RuntimeData recorded = new RuntimeData();
    private final byte[] original;

    GeneratorCoverageTest() throws IOException {
        original = Build.compiled(Map.of(NAME + ".java", Files.readString(SOURCE)), Dialect.of(17, "-g")).get(NAME);
    }

    @Test
    void probesBeforeTheTransformationCountWhatTheUserWrote() throws Exception {
        Coverage covered = Coverage.of(NAME, executed(transformed(new Instrumenter(runtime).instrument(original, NAME))), List.of(original));
        report("before", covered);
        assertThat(covered.missedLines()).isEmpty();
        assertThat(covered.partialLines()).isEmpty();
        assertThat(covered.instructions().missed()).isZero();
    }

    @Test
    void probesAfterTheTransformationMissNoLineThatRan() throws Exception {
        Map<String, byte[]> transformed = transformed(original);
        Map<String, byte[]> classes = new HashMap<>();
        for (Map.Entry<String, byte[]> classFile : transformed.entrySet()) {
            classes.put(classFile.getKey(), new Instrumenter(runtime).instrument(classFile.getValue(), classFile.getKey()));
        }
        Coverage covered = Coverage.of(NAME, executed(classes), List.copyOf(transformed.values()));
        report("after", covered);
        assertThat(covered.classes()).as("machines are not in the report").containsExactly(NAME);
        assertThat(covered.missedLines()).isEmpty();
        assertThat(covered.partialLines()).isEqualTo(linesWith("each(elements", "emit("));
    }

    private static void report(String situation, Coverage coverage) {
        System.out.println("JaCoCo on generators, " + situation + ": lines " + coverage.lines() + ", instructions " + coverage.instructions()
                + ", branches " + coverage.branches() + ", partly covered " + coverage.partialLines());
    }

    private static List<Integer> linesWith(String... texts) throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        return IntStream.range(0, lines.size()).filter(i -> !lines.get(i).startsWith("import"))
                .filter(i -> Stream.of(texts).anyMatch(lines.get(i)::contains)).map(i -> i + 1).boxed().toList();
    }

    private static Map<String, byte[]> transformed(byte[] classFile) {
        try (ClassPath classPath = ClassPath.of(Build.classPath())) {
            Transformed transformed = new AsyncTransformer(classPath, TransformerOptions.defaults().withVerify(true)).transform(classFile);
            Map<String, byte[]> classes = new HashMap<>(transformed.machines());
            classes.put(NAME, transformed.classFile());
            return classes;
        }
    }

    /** To the end and to a break, each with operands that are done and with some that are completed when they are waited for. */
    private ExecutionDataStore executed(Map<String, byte[]> classes) throws Exception {
        runtime.startup(recorded);
        try {
            Method run = ProgramLoader.of(classes).loadClass(NAME).getMethod("run", Supplier.class, int.class);
            assertThat(withDone(run, 3)).isEqualTo("v1v2");
            assertThat(withDone(run, 9)).isEqualTo("v1v2v3v4");
            assertThat(withPending(run, 3)).isEqualTo("v1v2");
            assertThat(withPending(run, 9)).isEqualTo("v1v2v3v4");
        } finally {
            runtime.shutdown();
        }
        ExecutionDataStore executed = new ExecutionDataStore();
        recorded.collect(executed, new SessionInfoStore(), false);
        return executed;
    }

    private static Object withDone(Method run, int last) throws ReflectiveOperationException {
        Supplier<CompletableFuture<String>> operands = () -> CompletableFuture.completedFuture("v");
        return ((CompletableFuture<?>) run.invoke(null, operands, last)).join();
    }

    private static Object withPending(Method run, int last) throws ReflectiveOperationException {
        Deque<CompletableFuture<String>> pending = new ArrayDeque<>();
        Supplier<CompletableFuture<String>> operands = () -> {
            pending.add(new CompletableFuture<>());
            return pending.getLast();
        };
        CompletableFuture<?> result = (CompletableFuture<?>) run.invoke(null, operands, last);
        while (!result.isDone()) {
            pending.remove().complete("v");
        }
        return result.join();
    }
}
