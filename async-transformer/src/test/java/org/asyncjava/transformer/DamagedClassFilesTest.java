package org.asyncjava.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.objectweb.asm.Opcodes.*;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Each kind of damage that mutants of class files have shown, once: it is refused with a sentence that names the class. */
class DamagedClassFilesTest {
    private static final String BUILDER = "java/lang/StringBuilder";
    private static final List<String> NO_CLASSES = List.of("", "I", "L", "LMark", "L;", "La//b;", "[LMark;", "()LMark;", "Mark");
    private static final int METHOD_REFERENCE = 10;
    private static final int TEXT = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int OBJECT_IN_FRAME = 7;

    @Test
    void codeThatTakesMoreFromTheStackThanThereIs() {
        assertRefused(classFile(method -> method.visitInsn(IADD))).hasMessageContaining("does not fit its stack map frames");
    }

    @Test
    void aConstructorThatIsCalledWithoutAnObject() {
        assertRefused(classFile(method -> method.visitMethodInsn(INVOKESPECIAL, BUILDER, "<init>", "()V", false)))
                .hasMessageContaining("a constructor of java.lang.StringBuilder without an object");
    }

    @Test
    void aFrameWithAnObjectThatIsMadeBehindTheLastInstruction() {
        Label end = new Label();
        assertRefused(classFile(method -> {
            Label next = new Label();
            method.visitJumpInsn(GOTO, next);
            method.visitLabel(next);
            method.visitFrame(F_NEW, 2, new Object[] {"java/util/concurrent/CompletableFuture", end}, 0, new Object[0]);
            method.visitTypeInsn(NEW, BUILDER);
        }, end)).hasMessageContaining("an object that is created nowhere");
    }

    @Test
    void aFrameThatNamesATextInsteadOfAClass() {
        byte[] damaged = classFile(method -> {
            Label next = new Label();
            method.visitLdcInsn("");
            method.visitInsn(POP);
            method.visitInsn(ACONST_NULL);
            method.visitVarInsn(ASTORE, 1);
            method.visitJumpInsn(GOTO, next);
            method.visitLabel(next);
            method.visitFrame(F_NEW, 2, new Object[] {"java/util/concurrent/CompletableFuture", "Gone"}, 0, new Object[0]);
            method.visitVarInsn(ALOAD, 1);
            method.visitInsn(POP);
        });
        int gone = entry(damaged, CLASS, "Gone");
        int frame = lastIndexOf(damaged, (byte) OBJECT_IN_FRAME, (byte) (gone >> 8), (byte) gone);
        ByteBuffer.wrap(damaged).putShort(frame + 1, (short) entry(damaged, STRING, ""));
        assertRefused(damaged).hasMessageContaining("damaged");
    }

    @Test
    void aJumpIntoAnInstruction() {
        byte[] damaged = classFile(method -> {
            Label next = new Label();
            method.visitJumpInsn(GOTO, next);
            method.visitLabel(next);
            method.visitFrame(F_SAME, 0, null, 0, null);
            method.visitIntInsn(SIPUSH, 1000);
            method.visitInsn(POP);
        });
        int jump = indexOf(damaged, (byte) GOTO, (byte) 0, (byte) 3, (byte) SIPUSH);
        damaged[jump + 2]++;
        assertRefused(damaged).hasMessageContaining("refers to a place inside an instruction");
    }

    @Test
    void anAnnotationWithoutAType() {
        ClassWriter writer = start();
        writer.visitAnnotation("LMark;", true).visitEnd();
        byte[] damaged = end(writer, method -> { });
        ByteBuffer.wrap(damaged).putShort(damaged.length - 4, (short) 0);
        assertRefused(damaged).hasMessageContaining("damaged");
    }

    @Test
    void aClassesAnnotationOfAnythingElse() {
        for (String type : NO_CLASSES) {
            ClassWriter writer = start();
            writer.visitAnnotation(type, true).visitEnd();
            assertRefused(end(writer, method -> { })).as(type).hasMessageContaining('"' + type + "\" for a name or a descriptor");
        }
    }

    @Test
    void aMethodsAnnotationOfAnythingElse() {
        for (String type : NO_CLASSES) {
            assertRefused(classFile(method -> method.visitAnnotation(type, false).visitEnd())).as(type)
                    .hasMessageContaining('"' + type + "\" for a name or a descriptor");
        }
    }

    /** No JVM loads it, and ASM follows each reference when it copies the constants. */
    @Test
    void aConstantThatNobodyUsesAndThatRefersToAnother() {
        ClassWriter writer = start();
        int unused = writer.newNameType("unused", "I");
        byte[] damaged = end(writer, method -> { });
        ByteBuffer.wrap(damaged).putShort(new ClassReader(damaged).getItem(unused), (short) unused);
        assertRefused(damaged).hasMessageContaining("its constant " + unused + " refers to one that is not there or of another kind");
    }

    @Test
    void aFactoryOfLambdasWithoutAClass() {
        byte[] damaged = classFile(method -> {
            Handle factory = new Handle(H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "metafactory", "(Ljava/lang/Object;)V", false);
            Handle body = new Handle(H_INVOKESTATIC, "Damaged", "run", "()V", false);
            method.visitInvokeDynamicInsn("run", "()Ljava/lang/Runnable;", factory, Type.getType("()V"), body, Type.getType("()V"));
            method.visitInsn(POP);
        });
        ClassReader reader = new ClassReader(damaged);
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && damaged[at - 1] == METHOD_REFERENCE && reader.readClass(at, new char[99]).endsWith("LambdaMetafactory")) {
                ByteBuffer.wrap(damaged).putShort(at, (short) 0);
            }
        }
        assertRefused(damaged).hasMessageContaining("damaged");
    }

    @Test
    void anInstructionThatTakesAMethodForAFieldOrAFieldForAMethod() {
        List<Consumer<MethodVisitor>> damages = List.of(
                method -> method.visitFieldInsn(GETSTATIC, "Damaged", "run", "()V"),
                method -> method.visitMethodInsn(INVOKESTATIC, "Damaged", "field", "I", false),
                method -> method.visitInvokeDynamicInsn("run", "I", new Handle(H_INVOKESTATIC, "Damaged", "run", "()V", false)));
        for (Consumer<MethodVisitor> damage : damages) {
            assertRefused(classFile(damage)).hasMessageContaining("run(Ljava/util/concurrent/CompletableFuture;)").hasMessageContaining(
                    "takes a method for a field, or a field for a method");
        }
    }

    /** It fails when it is run, as it did before, and nowhere else. */
    @Test
    void aFactoryOfLambdasWithoutALambda() {
        Handle factory = new Handle(H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "metafactory", "(Ljava/lang/Object;)V", false);
        Type method = Type.getType("()V");
        for (Object[] arguments : new Object[][] {{}, {method}, {method, "body"}, {Type.getType("Ljava/lang/Object;"), factory}}) {
            byte[] damaged = classFile(code -> {
                code.visitInvokeDynamicInsn("run", "()Ljava/lang/Runnable;", factory, arguments);
                code.visitInsn(POP);
            });
            assertThat(transform(damaged).methods()).isEqualTo(1);
        }
    }

    /** The JVM does not look at them, so the class has to go on working. */
    @Test
    void debuggersVariablesThatBeginInsideAnInstructionAreLeftOut() {
        Label first = new Label();
        Label last = new Label();
        byte[] damaged = classFile(method -> {
            method.visitLabel(first);
            method.visitIntInsn(SIPUSH, 1000);
            method.visitInsn(POP);
            method.visitLabel(last);
            method.visitLocalVariable("odd", "I", null, first, last, 0);
        });
        ByteBuffer bytes = ByteBuffer.wrap(damaged);
        int name = text(damaged, "odd");
        int variable = lastIndexOf(damaged, (byte) (name >> 8), (byte) name) - 4;
        bytes.putShort(variable, (short) (bytes.getShort(variable) + 1));
        assertThat(transform(damaged).methods()).isEqualTo(1);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] classFile) {
        return assertThatThrownBy(() -> transform(classFile)).isInstanceOf(TransformationException.class).hasMessageContaining("Damaged");
    }

    private static Transformed transform(byte[] classFile) {
        try (ClassPath classPath = ClassPath.of(List.of(Compilation.ANNOTATIONS))) {
            return new AsyncTransformer(classPath, TransformerOptions.defaults()).transform(classFile);
        }
    }

    private static byte[] classFile(Consumer<MethodVisitor> before, Label... afterCode) {
        return end(start(), before, afterCode);
    }

    private static ClassWriter start() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(V17, ACC_PUBLIC, "Damaged", null, "java/lang/Object", null);
        return writer;
    }

    /** With an async method that awaits its parameter after the given code. */
    private static byte[] end(ClassWriter writer, Consumer<MethodVisitor> before, Label... afterCode) {
        MethodVisitor method = writer.visitMethod(ACC_STATIC, "run",
                "(Ljava/util/concurrent/CompletableFuture;)Ljava/util/concurrent/CompletableFuture;", null, null);
        method.visitAnnotation("Lorg/asyncjava/Async;", false).visitEnd();
        method.visitCode();
        before.accept(method);
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKESTATIC, "org/asyncjava/Await", "await", "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;", false);
        method.visitTypeInsn(CHECKCAST, "java/util/concurrent/CompletableFuture");
        method.visitInsn(ARETURN);
        List.of(afterCode).forEach(method::visitLabel);
        method.visitMaxs(4, 4);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** The index of the entry of the constant pool that refers to a text. */
    private static int entry(byte[] bytes, int tag, String text) {
        ClassReader reader = new ClassReader(bytes);
        int index = 1;
        while (reader.getItem(index) == 0 || bytes[reader.getItem(index) - 1] != tag
                || !reader.readUTF8(reader.getItem(index), new char[99]).equals(text)) {
            index++;
        }
        return index;
    }

    /** The index of a short text in the constant pool. */
    private static int text(byte[] bytes, String text) {
        byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
        byte[] wanted = new byte[letters.length + 3];
        ByteBuffer.wrap(wanted).put((byte) TEXT).putShort((short) letters.length).put(letters);
        int at = indexOf(bytes, wanted);
        ClassReader reader = new ClassReader(bytes);
        int index = 1;
        while (reader.getItem(index) != at + 1) {
            index++;
        }
        return index;
    }

    private static int indexOf(byte[] bytes, byte... wanted) {
        return search(bytes, 0, 1, wanted);
    }

    private static int lastIndexOf(byte[] bytes, byte... wanted) {
        return search(bytes, bytes.length - wanted.length, -1, wanted);
    }

    private static int search(byte[] bytes, int from, int step, byte... wanted) {
        int at = from;
        while (!ByteBuffer.wrap(bytes, at, wanted.length).equals(ByteBuffer.wrap(wanted))) {
            at += step;
        }
        return at;
    }
}
