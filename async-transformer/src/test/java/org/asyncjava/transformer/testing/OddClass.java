package org.asyncjava.transformer.testing;

import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Class files that no compiler writes: as large, as deep or as circular as the format allows. Their class is {@code p.Odd}. */
public final class OddClass {
    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String METHOD = "(L" + FUTURE + ";)L" + FUTURE + ";";
    private static final String BODY = "(L" + FUTURE + ";)Ljava/lang/Object;";
    private static final Object[] LOCALS = {FUTURE};

    private OddClass() {
    }

    /** A class with whatever members. */
    public static byte[] of(Consumer<ClassWriter> members) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "p/Odd", null, "java/lang/Object", null);
        members.accept(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** A class with one async method, whose parameter is a future and whose last instructions return null. */
    public static byte[] withMethod(int locals, int stack, Consumer<MethodVisitor> code) {
        return of(writer -> asyncMethod(writer, "m", locals, stack, code));
    }

    private static void asyncMethod(ClassWriter writer, String name, int locals, int stack, Consumer<MethodVisitor> code) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, METHOD, null, null);
        method.visitAnnotation("Lorg/asyncjava/Async;", false).visitEnd();
        method.visitCode();
        code.accept(method);
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(stack, locals);
        method.visitEnd();
    }

    /** {@code await(parameter);} */
    public static void await(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "org/asyncjava/Await", "await", "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;", false);
        code.visitInsn(Opcodes.POP);
    }

    /** Methods, each with one await. */
    public static byte[] manyMethods(int count) {
        return of(writer -> {
            for (int i = 0; i < count; i++) {
                asyncMethod(writer, "m" + i, 1, 1, OddClass::await);
            }
        });
    }

    /** Catch clauses one after the other, each around an await. */
    public static byte[] manyCatchClauses(int count) {
        return withMethod(1, 2, code -> {
            for (int i = 0; i < count; i++) {
                Label start = new Label();
                Label end = new Label();
                Label handler = new Label();
                Label after = new Label();
                code.visitTryCatchBlock(start, end, handler, "java/lang/Exception");
                code.visitLabel(start);
                await(code);
                code.visitLabel(end);
                code.visitJumpInsn(Opcodes.GOTO, after);
                handler(code, handler);
                code.visitLabel(after);
                code.visitFrame(Opcodes.F_NEW, 1, LOCALS, 0, new Object[0]);
            }
        });
    }

    private static void handler(MethodVisitor code, Label handler) {
        code.visitLabel(handler);
        code.visitFrame(Opcodes.F_NEW, 1, LOCALS, 1, new Object[] {"java/lang/Exception"});
        code.visitInsn(Opcodes.POP);
    }

    /** Try ranges that all end at one place and begin at different ones, with an await in each. */
    public static byte[] overlappingRanges(int count) {
        return withMethod(1, 2, code -> {
            Label end = new Label();
            Label handler = new Label();
            Label[] starts = new Label[count];
            for (int i = 0; i < count; i++) {
                starts[i] = new Label();
                code.visitTryCatchBlock(starts[i], end, handler, "java/lang/Exception");
            }
            for (Label start : starts) {
                code.visitLabel(start);
                await(code);
            }
            code.visitLabel(end);
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitInsn(Opcodes.ARETURN);
            handler(code, handler);
        });
    }

    /** Loops that begin at different places. */
    public static byte[] nestedLoops(int count) {
        return withMethod(1, 1, code -> {
            Label[] loops = new Label[count];
            for (int i = 0; i < count; i++) {
                loops[i] = new Label();
                code.visitLabel(loops[i]);
                code.visitFrame(Opcodes.F_NEW, 1, LOCALS, 0, new Object[0]);
                code.visitInsn(Opcodes.NOP);
            }
            await(code);
            for (int i = count - 1; i >= 0; i--) {
                code.visitInsn(Opcodes.ICONST_0);
                code.visitJumpInsn(Opcodes.IFNE, loops[i]);
            }
        });
    }

    /** Variables that are all read after each of many awaits. */
    public static byte[] variablesOverAwaits(int variables, int awaits) {
        return withMethod(variables + 1, 1, code -> {
            for (int i = 1; i <= variables; i++) {
                code.visitInsn(Opcodes.ICONST_0);
                code.visitVarInsn(Opcodes.ISTORE, i);
            }
            for (int i = 0; i < awaits; i++) {
                await(code);
            }
            for (int i = 1; i <= variables; i++) {
                code.visitVarInsn(Opcodes.ILOAD, i);
                code.visitInsn(Opcodes.POP);
            }
        });
    }

    /** Calls in a class that has no line numbers. */
    public static byte[] callsWithoutLines(int count) {
        return withMethod(1, 1, code -> {
            for (int i = 0; i < count; i++) {
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "p/Other", "call", "()V", false);
            }
            await(code);
        });
    }

    /** A table of lines that says something of one place again and again. */
    public static byte[] manyLines(int count) {
        return withMethod(1, 1, code -> {
            Label place = new Label();
            code.visitLabel(place);
            for (int i = 0; i < count; i++) {
                code.visitLineNumber(i & 0xFFFF, place);
            }
            await(code);
        });
    }

    /** Variables for a debugger, each with a generic type. */
    public static byte[] manyTypedVariables(int count) {
        return withMethod(1, 1, code -> {
            Label start = new Label();
            Label end = new Label();
            code.visitLabel(start);
            await(code);
            code.visitLabel(end);
            for (int i = 0; i < count; i++) {
                code.visitLocalVariable("v" + i % 50, "L" + FUTURE + ";", "L" + FUTURE + "<TX;>;", start, end, 0);
            }
        });
    }

    /** Objects under construction, one as the argument of the other, around an await. */
    public static byte[] nestedConstructions(int count) {
        return withMethod(1, 2 * count + 2, code -> {
            for (int i = 0; i < count; i++) {
                code.visitTypeInsn(Opcodes.NEW, "p/Other");
                code.visitInsn(Opcodes.DUP);
            }
            code.visitInsn(Opcodes.ACONST_NULL);
            await(code);
            for (int i = 0; i < count; i++) {
                code.visitMethodInsn(Opcodes.INVOKESPECIAL, "p/Other", "<init>", "(Lp/Other;)V", false);
            }
            code.visitInsn(Opcodes.POP);
        });
    }

    /** Bodies of lambdas, of which each awaits and makes the next one; the last one makes the body with the given number, if there is one. */
    public static byte[] chainOfLambdas(int count, int lastMakes) {
        return of(writer -> {
            for (int i = 0; i < count; i++) {
                MethodVisitor body = writer.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, "lambda$x$" + i, BODY, null, null);
                body.visitCode();
                await(body);
                int next = i + 1 < count ? i + 1 : lastMakes;
                if (next >= 0) {
                    lambda(body, "lambda$x$" + next);
                }
                body.visitInsn(Opcodes.ACONST_NULL);
                body.visitInsn(Opcodes.ARETURN);
                body.visitMaxs(1, 1);
                body.visitEnd();
            }
        });
    }

    private static void lambda(MethodVisitor code, String body) {
        Handle factory = new Handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "metafactory", "(Ljava/lang/invoke/MethodHandles$Lookup;"
                + "Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                + "Ljava/lang/invoke/CallSite;", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInvokeDynamicInsn("get", "(L" + FUTURE + ";)Ljava/util/function/Supplier;", factory, Type.getType("()Ljava/lang/Object;"),
                new Handle(Opcodes.H_INVOKESTATIC, "p/Odd", body, BODY, false), Type.getType("()Ljava/lang/Object;"));
        code.visitInsn(Opcodes.POP);
    }
}
