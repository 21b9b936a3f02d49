package org.asyncjava.it.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** What the JVM lets pass in class files of Java 8 alone still works when they have become Java 11's. */
@DisplayName("HARD_CASES 13, 96: old class files")
class OldClassFilesTest {
    private static final String SELF = "LOdd;";

    @Test
    void aFieldThatIsFinalAndAssignedInAConstructor() {
        assertSame("2", program(ACC_PUBLIC | ACC_SUPER, method -> {
            // as Scala 2.11 compiles objects: MODULE$ is assigned by the constructor, number by any method
            method.visitTypeInsn(NEW, "Odd");
            method.visitMethodInsn(INVOKESPECIAL, "Odd", "<init>", "()V", false);
            OddProgram.await(method);
            method.visitInsn(POP);
            OddProgram.awaitInt(method);
            method.visitFieldInsn(PUTSTATIC, "Odd", "number", "I");
            method.visitFieldInsn(GETSTATIC, "Odd", "MODULE$", SELF);
            method.visitMethodInsn(INVOKEVIRTUAL, "Odd", "hashCode", "()I", false);
            OddProgram.returnInt(method);
        }));
    }

    @Test
    void aFlagThatMeansNothingInJava8() {
        assertSame("1", program(ACC_PUBLIC | ACC_SUPER | ACC_MODULE, method -> {
            OddProgram.await(method);
            OddProgram.returnValue(method);
        }));
    }

    private static void assertSame(String expected, OddProgram program) {
        assertThat(program.blocking()).isEqualTo(expected);
        assertThat(program.completed()).isEqualTo(expected);
        assertThat(program.suspended()).isEqualTo(expected);
    }

    /** Writes the code of one method. */
    private interface Code {
        void write(MethodVisitor method);
    }

    private static OddProgram program(int access, Code code) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(V1_8, access, OddProgram.NAME, null, "java/lang/Object", null);
        writer.visitField(ACC_PUBLIC | ACC_STATIC | ACC_FINAL, "MODULE$", SELF, null, null).visitEnd();
        writer.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, "number", "I", null, null).visitEnd();
        write(writer.visitMethod(ACC_PRIVATE, "<init>", "()V", null, null), OldClassFilesTest::constructor);
        write(writer.visitMethod(ACC_PUBLIC, "hashCode", "()I", null, null), OldClassFilesTest::number);
        MethodVisitor run = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "run", OddProgram.DESCRIPTOR, null, null);
        run.visitAnnotation("Lorg/asyncjava/Async;", false).visitEnd();
        write(run, code);
        writer.visitEnd();
        return OddProgram.of(writer.toByteArray());
    }

    private static void write(MethodVisitor method, Code code) {
        method.visitCode();
        code.write(method);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void constructor(MethodVisitor method) {
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(PUTSTATIC, "Odd", "MODULE$", SELF);
        method.visitInsn(RETURN);
    }

    private static void number(MethodVisitor method) {
        method.visitFieldInsn(GETSTATIC, "Odd", "number", "I");
        method.visitInsn(IRETURN);
    }
}
