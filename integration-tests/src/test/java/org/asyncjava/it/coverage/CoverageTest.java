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

/**
 * JaCoCo's probes before and after the transformation, in this JVM. The figures are those of {@code docs/coverage.md}; those of the agent
 * are the same as {@code OtherAgentsIT} shows.
 */
@DisplayName("HARD_CASES 90: what JaCoCo reports of an async method")
class CoverageTest {
    private static final Path SOURCE = Path.of("src", "test", "targets", "covered", "Covered.java");

    /** How the operands are when they are awaited. */
    private enum Operands { DONE, PENDING }

    /** How the first operand ends. */
    private enum First { SUCCEEDS, FAILS, ESCAPES }

    private static final Map<First, String> RESULTS = Map.of(First.SUCCEEDS, "vvvv", First.FAILS, "vclosedv", First.ESCAPES, "escaped");

    private final LoggerRuntime runtime = new LoggerRuntime();
    private final RuntimeData recorded = new RuntimeData();
    private final Build build;

    CoverageTest() throws IOException {
        build = Build.of(Map.of("Covered.java", Files.readString(SOURCE)), Dialect.of(17, "-g"));
    }

    @Test
    void probesBeforeTheTransformationCountWhatTheUserWrote() throws Exception {
        byte[] original = build.compiled().get("Covered");
        Transformed transformed = transformed(instrumented(original));
        Map<String, byte[]> classes = new HashMap<>(transformed.machines());
        classes.put("Covered", transformed.classFile());
        Coverage completed = Coverage.of("Covered", executed(classes, Operands.DONE), List.of(original));
        report("before, operands done", completed);
        assertThat(completed.missedLines()).isEmpty();
        assertThat(completed.partialLines()).isEmpty();
        assertThat(completed.branches()).isEqualTo(new Coverage.Count(0, 2));
    }

    @Test
    void probesAfterTheTransformationMissTheBranchOfAnAwaitThatNeverSuspended() throws Exception {
        Coverage completed = Coverage.of("Covered", executed(probesAfter(), Operands.DONE), List.copyOf(build.transformed().values()));
        report("after, operands done", completed);
        assertThat(completed.classes()).as("machines are not in the report").containsExactly("Covered");
        assertThat(completed.missedLines()).isEmpty();
        assertThat(completed.partialLines()).isEqualTo(linesWith("await("));
    }

    @Test
    void probesAfterTheTransformationAreCompleteWhenEveryAwaitWasMetBothWays() throws Exception {
        Coverage both = Coverage.of("Covered", executed(probesAfter(), Operands.DONE, Operands.PENDING), List.copyOf(build.transformed().values()));
        report("after, operands done and pending", both);
        assertThat(both.missedLines()).isEmpty();
        assertThat(both.partialLines()).isEmpty();
    }

    /** The copy of the {@code finally} block for failures that no clause catches, which the two calls of the other tests do not run. */
    @Test
    void probesAfterTheTransformationMissNothingWhenEveryCopyOfTheFinallyBlockWasMetBothWays() throws Exception {
        Map<String, byte[]> classes = probesAfter();
        Coverage all = Coverage.of("Covered", executed(classes, List.of(First.values()), Operands.DONE, Operands.PENDING),
                List.copyOf(build.transformed().values()));
        report("after, operands done and pending, and a failure that escapes", all);
        assertThat(all.instructions().missed()).isZero();
        assertThat(all.branches().missed()).isZero();
    }

    private static void report(String situation, Coverage coverage) {
        System.out.println("JaCoCo " + situation + ": lines " + coverage.lines() + ", instructions " + coverage.instructions() + ", branches "
                + coverage.branches() + ", partly covered " + coverage.partialLines());
    }

    private List<Integer> linesWith(String text) throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(text)).map(i -> i + 1).boxed().toList();
    }

    private byte[] instrumented(byte[] classFile) throws IOException {
        return new Instrumenter(runtime).instrument(classFile, "Covered");
    }

    private Map<String, byte[]> probesAfter() throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        for (Map.Entry<String, byte[]> classFile : build.transformed().entrySet()) {
            classes.put(classFile.getKey(), instrumented(classFile.getValue()));
        }
        return classes;
    }

    private static Transformed transformed(byte[] classFile) {
        try (ClassPath classPath = ClassPath.of(Build.classPath())) {
            return new AsyncTransformer(classPath, TransformerOptions.defaults().withVerify(true)).transform(classFile);
        }
    }

    private ExecutionDataStore executed(Map<String, byte[]> classes, Operands... kinds) throws Exception {
        return executed(classes, List.of(First.SUCCEEDS, First.FAILS), kinds);
    }

    private ExecutionDataStore executed(Map<String, byte[]> classes, List<First> firsts, Operands... kinds) throws Exception {
        runtime.startup(recorded);
        try {
            Method run = ProgramLoader.of(classes).loadClass("Covered").getMethod("run", Supplier.class);
            for (Operands kind : kinds) {
                for (First first : firsts) {
                    assertThat(finished(run, first, kind)).isEqualTo(RESULTS.get(first));
                }
            }
        } finally {
            runtime.shutdown();
        }
        ExecutionDataStore executed = new ExecutionDataStore();
        recorded.collect(executed, new SessionInfoStore(), false);
        return executed;
    }

    /** Runs the method, whose first operand may fail, with operands that are done or that are completed once it waits for them. */
    private static Object finished(Method run, First first, Operands kind) throws ReflectiveOperationException {
        Deque<CompletableFuture<String>> operands = new ArrayDeque<>();
        Supplier<CompletableFuture<String>> source = () -> {
            operands.add(new CompletableFuture<>());
            if (kind == Operands.DONE) {
                settle(operands, first);
            }
            return operands.getLast();
        };
        CompletableFuture<?> result = (CompletableFuture<?>) run.invoke(null, source);
        while (kind == Operands.PENDING && !result.isDone()) {
            settle(operands, first);
        }
        return result.handle((value, failure) -> failure == null ? value : failure.getMessage()).join();
    }

    private static void settle(Deque<CompletableFuture<String>> operands, First first) {
        if (first != First.SUCCEEDS && operands.size() == 1) {
            operands.getLast().completeExceptionally(first == First.FAILS ? new IllegalStateException("closed") : new AssertionError("escaped"));
        } else {
            operands.getLast().complete("v");
        }
    }
}
