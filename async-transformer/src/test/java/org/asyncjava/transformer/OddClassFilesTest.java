package org.asyncjava.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Levels;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;
import org.asyncjava.transformer.testing.Compilation;
import org.asyncjava.transformer.testing.OddClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that somebody made to stall a build, or an application that runs under the agent. What hangs here would hang for hours. */
@Timeout(600)
class OddClassFilesTest {
    /** Eight times as much takes eight times as long, and would take 64 times as long if it took the square. Room for chance on both sides. */
    private static final int TIMES = 8;
    /** Of which the fastest counts: what shares the processor's caches slows some. */
    private static final int TRIES = 6;
    private static final int MOST_TIMES_AS_LONG = 28;

    private static Transformed transform(byte[] classFile) {
        Levels levels = Levels.errorsOnly();
        for (AwaitRule rule : AwaitRule.values()) {
            levels = rule.level() == Level.WARNING ? levels.with(rule, Level.WARNING) : levels;
        }
        try (ClassPath classPath = ClassPath.of(List.of(Compilation.ANNOTATIONS))) {
            return new AsyncTransformer(classPath, TransformerOptions.defaults().withLevels(levels)).transform(classFile);
        }
    }

    @ParameterizedTest
    @MethodSource
    void lambdasThatMakeThemselvesAreLookedAtOnce(int bodies, int lastMakes) {
        assertThat(transform(OddClass.chainOfLambdas(bodies, lastMakes)).violations()).isNotEmpty()
                .extracting(Violation::rule).containsOnly(AwaitRule.AWAIT_OUTSIDE_ASYNC);
    }

    static Stream<Arguments> lambdasThatMakeThemselvesAreLookedAtOnce() {
        return Stream.of(Arguments.of(1, 0), Arguments.of(2, 0), Arguments.of(50, 0));
    }

    @Test
    void whatALambdaThatNobodyMakesLeadsToIsNotReported() {
        assertThat(transform(OddClass.chainOfLambdas(50, 49)).violations()).isEmpty();
        assertThat(transform(OddClass.chainOfLambdas(50, 20)).violations()).isEmpty();
    }

    @Test
    void aClassThatStandsInItselfIsLookedAtOnce() {
        byte[] classFile = OddClass.of(writer -> {
            writer.visitOuterClass("p/Odd", "m", "()V");
            MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "m", "()V", null, null);
            method.visitCode();
            method.visitInsn(Opcodes.ACONST_NULL);
            method.visitVarInsn(Opcodes.ASTORE, 0);
            OddClass.await(method);
            method.visitInsn(Opcodes.RETURN);
            method.visitMaxs(1, 1);
            method.visitEnd();
        });
        assertThat(transform(classFile).violations()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatNoCompilerWritesIsRefusedBeforeItIsRead(String what, byte[] classFile) {
        assertThatThrownBy(() -> transform(classFile)).isInstanceOf(TransformationException.class)
                .hasMessageStartingWith("the class file of p.Odd is damaged: the tables of m");
    }

    static Stream<Arguments> whatNoCompilerWritesIsRefusedBeforeItIsRead() {
        return Stream.of(Arguments.of("lines", OddClass.manyLines(60_000)), Arguments.of("types of variables", OddClass.manyTypedVariables(60_000)),
                Arguments.of("try ranges", OddClass.overlappingRanges(6_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatWouldBecomeTooLargeIsRefusedBeforeItIsWritten(String what, byte[] classFile) {
        assertThatThrownBy(() -> transform(classFile)).isInstanceOf(TransformationException.class)
                .message().containsAnyOf("is too large", "nests too many constructor calls").doesNotContain("defect");
    }

    static Stream<Arguments> whatWouldBecomeTooLargeIsRefusedBeforeItIsWritten() {
        return Stream.of(Arguments.of("values", OddClass.variablesOverAwaits(1_000, 2_000)), Arguments.of("try ranges", OddClass.overlappingRanges(900)),
                Arguments.of("constructions", OddClass.nestedConstructions(4_000)));
    }

    /** In processor time of the thread, which other processes do not add to. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void timeGrowsAsTheClassFileDoes(String what, IntFunction<byte[]> kind, int size) {
        byte[] small = kind.apply(size);
        byte[] large = kind.apply(TIMES * size);
        transform(small);
        transform(large);
        long one = LongStream.generate(() -> time(small)).limit(TRIES).min().orElseThrow();
        long many = LongStream.generate(() -> time(large)).limit(TRIES).min().orElseThrow();
        assertThat((double) many / one).isLessThan(MOST_TIMES_AS_LONG);
    }

    static Stream<Arguments> timeGrowsAsTheClassFileDoes() {
        return Stream.of(
                arguments("catch clauses", OddClass::manyCatchClauses, 160),
                arguments("methods", OddClass::manyMethods, 100),
                arguments("calls without lines", OddClass::callsWithoutLines, 2_500),
                arguments("loops", OddClass::nestedLoops, 600),
                arguments("lambdas", count -> OddClass.chainOfLambdas(count, -1), 500));
    }

    private static Arguments arguments(String what, IntFunction<byte[]> kind, int size) {
        return Arguments.of(what, kind, size);
    }

    private static long time(byte[] classFile) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        transform(classFile);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}
