package org.asyncjava.it.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.it.harness.Verification;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * A class with one async method {@code static CompletableFuture run(Supplier)} whose code is written by hand. Each await takes its
 * operand from the supplier; the operands' values are the Integers 1, 2, 3...
 *
 * @param original the class file as written
 * @param transformed what the transformer made of it
 */
record OddProgram(byte[] original, Map<String, byte[]> transformed) {
    static final String NAME = "Odd";
    static final String DESCRIPTOR = "(Ljava/util/function/Supplier;)Ljava/util/concurrent/CompletableFuture;";

    /** Writes the class with ASM's frames, transforms and verifies it. */
    static OddProgram of(Consumer<MethodVisitor> code) {
        return of(code, method -> { });
    }

    /** The same with further methods in the class. */
    static OddProgram of(Consumer<MethodVisitor> code, Consumer<ClassWriter> more) {
        return of(classFile(code, more));
    }

    /** The class as it is written, which the JVM need not accept. */
    static byte[] classFile(Consumer<MethodVisitor> code, Consumer<ClassWriter> more) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(V17, ACC_PUBLIC | ACC_SUPER, NAME, null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "run", DESCRIPTOR, null, null);
        method.visitAnnotation("Lorg/asyncjava/Async;", false).visitEnd();
        method.visitCode();
        code.accept(method);
        method.visitMaxs(0, 0);
        method.visitEnd();
        more.accept(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    static OddProgram of(byte[] classFile) {
        Verification.of(Map.of(NAME, classFile));
        try (ClassPath classPath = ClassPath.of(Build.classPath())) {
            Transformed result = new AsyncTransformer(classPath, TransformerOptions.defaults()).transform(classFile);
            if (!result.violations().isEmpty()) {
                throw new AssertionError(result.violations().toString());
            }
            Map<String, byte[]> classes = new HashMap<>(Map.of(NAME, result.classFile()));
            result.machines().forEach((name, bytes) -> classes.put(name.replace('/', '.'), bytes));
            Verification.of(classes);
            return new OddProgram(classFile, classes);
        }
    }

    /** {@code -> Object}: awaits the next operand. */
    static void await(MethodVisitor method) {
        nextOperand(method);
        method.visitMethodInsn(INVOKESTATIC, "org/asyncjava/Await", "await", "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;", false);
    }

    /** {@code -> CompletableFuture}: the next operand. */
    static void nextOperand(MethodVisitor method) {
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKEINTERFACE, "java/util/function/Supplier", "get", "()Ljava/lang/Object;", true);
        method.visitTypeInsn(CHECKCAST, "java/util/concurrent/CompletableFuture");
    }

    /** {@code -> int}: awaits the next operand. */
    static void awaitInt(MethodVisitor method) {
        await(method);
        method.visitTypeInsn(CHECKCAST, "java/lang/Integer");
        method.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Integer", "intValue", "()I", false);
    }

    /** {@code Object ->}: returns it. */
    static void returnValue(MethodVisitor method) {
        method.visitMethodInsn(INVOKESTATIC, "java/util/concurrent/CompletableFuture", "completedFuture",
                "(Ljava/lang/Object;)Ljava/util/concurrent/CompletableFuture;", false);
        method.visitInsn(ARETURN);
    }

    /** {@code int ->}: returns it. */
    static void returnInt(MethodVisitor method) {
        method.visitMethodInsn(INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
        returnValue(method);
    }

    /** What the method makes of its operands when every await blocks. */
    String blocking() {
        return outcome(start(ProgramLoader.blocking(Map.of(NAME, original)), completedOperands()));
    }

    /** The same transformed, no await suspending. */
    String completed() {
        return outcome(start(ProgramLoader.of(transformed), completedOperands()));
    }

    /** The same transformed, every await suspending. */
    String suspended() {
        List<CompletableFuture<Object>> pending = new ArrayList<>();
        CompletableFuture<?> result = start(ProgramLoader.of(transformed), () -> {
            pending.add(new CompletableFuture<>());
            return pending.get(pending.size() - 1);
        });
        for (int i = 0; i < pending.size(); i++) {
            pending.get(i).complete(i + 1);
        }
        return outcome(result);
    }

    private static Supplier<CompletableFuture<Object>> completedOperands() {
        int[] next = {0};
        return () -> CompletableFuture.completedFuture(++next[0]);
    }

    private static CompletableFuture<?> start(ClassLoader loader, Supplier<CompletableFuture<Object>> operands) {
        try {
            return (CompletableFuture<?>) loader.loadClass(NAME).getMethod("run", Supplier.class).invoke(null, operands);
        } catch (InvocationTargetException thrown) {
            return CompletableFuture.failedFuture(thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String outcome(CompletableFuture<?> result) {
        if (!result.isDone()) {
            throw new AssertionError("not done: " + result);
        }
        try {
            return String.valueOf(result.join());
        } catch (CompletionException failure) {
            return failure.getCause().toString();
        }
    }
}
