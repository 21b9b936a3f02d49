package org.asyncjava.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.it.harness.Build;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The time of a transformation grows with the size of a method and not with its square, up to the largest methods there can be. */
class TimeOfLargeMethodsTest {
    private static final int ROUNDS = 7;
    /** Twice the size in n log n takes little more than twice the time; the rest is for the machine. */
    private static final double MOST_GROWTH = 2.6;
    private static final int ATTEMPTS = 5;

    /** A kind of method, of any size; the largest is near 64 KB. */
    private record Shape(String name, int largest, IntFunction<byte[]> classOfSize) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> shapes() {
        return Stream.of(new Shape("arithmetic after one await", 60_000, size -> method(size, TimeOfLargeMethodsTest::arithmetic)),
                new Shape("branches", 30_000, size -> method(size, TimeOfLargeMethodsTest::branches)),
                new Shape("awaits", 15_000, size -> method(size, TimeOfLargeMethodsTest::awaits)),
                new Shape("try ranges", 24_000, size -> method(size, TimeOfLargeMethodsTest::tries))).map(Arguments::of);
    }

    /** Writes code of about a number of bytes. */
    private interface Body {
        void write(MethodVisitor method, int bytes);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void twiceTheSizeTakesLittleMoreThanTwiceTheTime(Shape shape) {
        byte[] half = shape.classOfSize().apply(shape.largest() / 2);
        byte[] whole = shape.classOfSize().apply(shape.largest());
        double growth = Double.MAX_VALUE;
        try (ClassPath classPath = ClassPath.of(Build.classPath())) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults());
            for (int i = 0; i < ATTEMPTS && growth > MOST_GROWTH; i++) {
                long small = fastest(transformer, half);
                long large = fastest(transformer, whole);
                growth = Math.min(growth, (double) large / small);
                System.out.printf("%s: %d bytes %.1f ms, %d bytes %.1f ms%n", shape, half.length, small / 1e6, whole.length, large / 1e6);
            }
        }
        assertThat(growth).as("growth of the time when the size doubles").isLessThan(MOST_GROWTH);
    }

    /** In the processor's time, so that other programs do not count. */
    private static long fastest(AsyncTransformer transformer, byte[] classFile) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(transformer.transform(classFile).methods()).isEqualTo(1);
            fastest = Math.min(fastest, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return fastest;
    }

    private static byte[] method(int bytes, Body body) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Large", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run",
                "(Ljava/util/concurrent/CompletableFuture;I)Ljava/util/concurrent/CompletableFuture;", null, null);
        method.visitAnnotation("Lorg/asyncjava/Async;", false);
        method.visitCode();
        await(method);
        body.write(method, bytes);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return writer.toByteArray();
    }

    private static void await(MethodVisitor method) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "org/asyncjava/Await", "await",
                "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;", false);
        method.visitInsn(Opcodes.POP);
    }

    private static void arithmetic(MethodVisitor method, int bytes) {
        for (int i = 0; i < bytes; i += 4) {
            method.visitVarInsn(Opcodes.ILOAD, 1);
            method.visitInsn(Opcodes.ICONST_3);
            method.visitInsn(Opcodes.IMUL);
            method.visitVarInsn(Opcodes.ISTORE, 1);
        }
    }

    private static void branches(MethodVisitor method, int bytes) {
        for (int i = 0; i < bytes; i += 7) {
            Label next = new Label();
            method.visitVarInsn(Opcodes.ILOAD, 1);
            method.visitJumpInsn(Opcodes.IFEQ, next);
            method.visitIincInsn(1, 1);
            method.visitLabel(next);
        }
    }

    private static void awaits(MethodVisitor method, int bytes) {
        for (int i = 0; i < bytes; i += 5) {
            if (i % 25 == 0) {
                await(method);
            }
            method.visitIincInsn(1, 1);
        }
    }

    private static void tries(MethodVisitor method, int bytes) {
        for (int i = 0; i < bytes; i += 12) {
            Label start = new Label();
            Label end = new Label();
            Label handler = new Label();
            Label next = new Label();
            method.visitTryCatchBlock(start, end, handler, "java/lang/RuntimeException");
            method.visitLabel(start);
            method.visitIincInsn(1, 1);
            method.visitJumpInsn(Opcodes.GOTO, next);
            method.visitLabel(end);
            method.visitLabel(handler);
            method.visitInsn(Opcodes.POP);
            method.visitLabel(next);
        }
    }
}
