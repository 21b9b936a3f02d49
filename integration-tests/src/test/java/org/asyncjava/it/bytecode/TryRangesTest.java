package org.asyncjava.it.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.it.bytecode.OddProgram.awaitInt;
import static org.asyncjava.it.bytecode.OddProgram.returnInt;
import static org.asyncjava.it.bytecode.OddProgram.returnValue;
import static org.objectweb.asm.Opcodes.*;

import java.util.Map;
import java.util.function.Consumer;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Try ranges of nothing, of awaits alone and to the end of the code. */
@DisplayName("HARD_CASES 30, 96: odd try ranges")
class TryRangesTest {
    private static void assertSame(String expected, Consumer<MethodVisitor> code) {
        OddProgram program = OddProgram.of(code);
        assertThat(program.blocking()).isEqualTo(expected);
        assertThat(program.completed()).isEqualTo(expected);
        assertThat(program.suspended()).isEqualTo(expected);
    }

    /** The JVM would not load the class either. */
    @Test
    void aRangeOfNothingIsRefused() {
        byte[] classFile = OddProgram.classFile(m -> {
            Label place = new Label();
            Label handler = new Label();
            m.visitTryCatchBlock(place, place, handler, null);
            awaitInt(m);
            m.visitLabel(place);
            returnInt(m);
            m.visitLabel(handler);
            returnValue(m);
        }, method -> { });
        assertThatThrownBy(() -> ProgramLoader.of(Map.of(OddProgram.NAME, classFile)).loadClass(OddProgram.NAME).getMethods())
                .isInstanceOf(ClassFormatError.class);
        try (ClassPath classPath = ClassPath.of(Build.classPath())) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults());
            assertThatThrownBy(() -> transformer.transform(classFile)).isInstanceOf(TransformationException.class)
                    .hasMessage("the class file of Odd is damaged: run" + OddProgram.DESCRIPTOR + " refers to a place inside an instruction,"
                            + " has a try range that ends where or before it begins, or a frame with an object that is created nowhere;"
                            + " compile it again");
        }
    }

    /** What suspends is taken out of a range, and there is nothing else in these. */
    @Test
    void rangesOfAwaitsAlone() {
        assertSame("caught 1", m -> {
            Label start = new Label();
            Label between = new Label();
            Label again = new Label();
            Label end = new Label();
            Label first = new Label();
            Label second = new Label();
            m.visitTryCatchBlock(start, between, first, null);
            m.visitTryCatchBlock(again, end, second, "java/lang/NullPointerException");
            OddProgram.nextOperand(m);
            m.visitLabel(start);
            callAwait(m);
            m.visitLabel(between);
            m.visitVarInsn(ASTORE, 1);
            nullOperand(m);
            m.visitLabel(again);
            callAwait(m);
            m.visitLabel(end);
            returnValue(m);
            m.visitLabel(first);
            returnValue(m);
            m.visitLabel(second);
            m.visitInsn(POP);
            m.visitLdcInsn("caught ");
            m.visitVarInsn(ALOAD, 1);
            m.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Object", "toString", "()Ljava/lang/String;", false);
            m.visitMethodInsn(INVOKEVIRTUAL, "java/lang/String", "concat", "(Ljava/lang/String;)Ljava/lang/String;", false);
            returnValue(m);
        });
    }

    /** The handler comes first, and the range ends where the code does. */
    @Test
    void aRangeToTheEndOfTheCode() {
        assertSame("3", m -> {
            Label start = new Label();
            Label end = new Label();
            Label handler = new Label();
            m.visitTryCatchBlock(start, end, handler, "java/lang/NullPointerException");
            awaitInt(m);
            m.visitVarInsn(ISTORE, 1);
            m.visitJumpInsn(GOTO, start);
            m.visitLabel(handler);
            m.visitInsn(POP);
            awaitInt(m);
            m.visitVarInsn(ILOAD, 1);
            m.visitInsn(IADD);
            returnInt(m);
            m.visitLabel(start);
            nullOperand(m);
            callAwait(m);
            m.visitTypeInsn(CHECKCAST, "java/lang/RuntimeException");
            m.visitInsn(ATHROW);
            m.visitLabel(end);
        });
    }

    private static void nullOperand(MethodVisitor m) {
        m.visitInsn(ACONST_NULL);
        m.visitTypeInsn(CHECKCAST, "java/util/concurrent/CompletableFuture");
    }

    private static void callAwait(MethodVisitor m) {
        m.visitMethodInsn(INVOKESTATIC, "org/asyncjava/Await", "await", "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;", false);
    }
}
