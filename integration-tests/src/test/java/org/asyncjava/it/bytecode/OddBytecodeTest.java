package org.asyncjava.it.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.it.bytecode.OddProgram.await;
import static org.asyncjava.it.bytecode.OddProgram.awaitInt;
import static org.asyncjava.it.bytecode.OddProgram.returnInt;
import static org.asyncjava.it.bytecode.OddProgram.returnValue;
import static org.objectweb.asm.Opcodes.*;

import java.util.function.Consumer;
import org.asyncjava.transformer.read.TransformationException;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** HARD_CASES 9-11, 14, 15, 50, 60, 96, 99: shapes that no javac writes. */
class OddBytecodeTest {
    private static void assertSame(String expected, Consumer<MethodVisitor> code) {
        assertSame(expected, OddProgram.of(code));
    }

    private static void assertSame(String expected, OddProgram program) {
        assertThat(program.blocking()).isEqualTo(expected);
        assertThat(program.completed()).isEqualTo(expected);
        assertThat(program.suspended()).isEqualTo(expected);
    }

    private static void newBuilder(MethodVisitor m) {
        m.visitTypeInsn(NEW, "java/lang/StringBuilder");
    }

    private static void initBuilder(MethodVisitor m) {
        m.visitTypeInsn(CHECKCAST, "java/lang/Integer");
        m.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Integer", "toString", "()Ljava/lang/String;", false);
        m.visitMethodInsn(INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "(Ljava/lang/String;)V", false);
    }

    private static void append(MethodVisitor m) {
        m.visitMethodInsn(INVOKEVIRTUAL, "java/lang/StringBuilder", "append", "(Ljava/lang/Object;)Ljava/lang/StringBuilder;", false);
    }

    private static void toText(MethodVisitor m) {
        m.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Object", "toString", "()Ljava/lang/String;", false);
    }

    @Test
    void uninitialisedObjectStoredInALocal() {
        assertSame("1", m -> {
            newBuilder(m);
            m.visitVarInsn(ASTORE, 3);
            m.visitVarInsn(ALOAD, 3);
            await(m);
            initBuilder(m);
            m.visitVarInsn(ALOAD, 3);
            toText(m);
            returnValue(m);
        });
    }

    @Test
    void uninitialisedObjectInLocalsAndSeveralTimesOnTheStack() {
        assertSame("112", m -> {
            newBuilder(m);
            m.visitInsn(DUP);
            m.visitInsn(DUP);
            m.visitInsn(DUP);
            m.visitVarInsn(ASTORE, 5);
            await(m);
            initBuilder(m);
            m.visitVarInsn(ALOAD, 5);
            append(m);
            await(m);
            append(m);
            m.visitInsn(SWAP);
            m.visitInsn(POP);
            toText(m);
            returnValue(m);
        });
    }

    @Test
    void severalUninitialisedObjectsInitialisedInAnotherOrder() {
        assertSame("213", m -> {
            newBuilder(m);
            m.visitInsn(DUP);
            m.visitVarInsn(ASTORE, 2);
            newBuilder(m);
            m.visitInsn(DUP);
            m.visitVarInsn(ASTORE, 3);
            await(m);
            initBuilder(m);
            await(m);
            initBuilder(m);
            m.visitVarInsn(ALOAD, 2);
            m.visitVarInsn(ALOAD, 3);
            append(m);
            await(m);
            append(m);
            toText(m);
            returnValue(m);
        });
    }

    @Test
    void uninitialisedObjectBelowAWideValue() {
        assertSame("5.02", m -> {
            newBuilder(m);
            m.visitInsn(DUP);
            m.visitLdcInsn(5.0);
            m.visitInsn(DUP2_X2);
            m.visitInsn(POP2);
            await(m);
            m.visitInsn(POP);
            await(m);
            initBuilder(m);
            m.visitVarInsn(ASTORE, 7);
            m.visitMethodInsn(INVOKESTATIC, "java/lang/String", "valueOf", "(D)Ljava/lang/String;", false);
            newBuilder(m);
            m.visitInsn(DUP);
            m.visitMethodInsn(INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
            m.visitInsn(SWAP);
            append(m);
            m.visitVarInsn(ALOAD, 7);
            append(m);
            toText(m);
            returnValue(m);
        });
    }

    @Test
    void initialisationOnTwoBranches() {
        assertSame("1", m -> {
            Label other = new Label();
            Label join = new Label();
            newBuilder(m);
            m.visitInsn(DUP);
            await(m);
            m.visitVarInsn(ALOAD, 0);
            m.visitJumpInsn(IFNULL, other);
            initBuilder(m);
            m.visitJumpInsn(GOTO, join);
            m.visitLabel(other);
            m.visitInsn(POP);
            m.visitMethodInsn(INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
            m.visitLabel(join);
            toText(m);
            returnValue(m);
        });
    }

    @Test
    void backwardBranchWithValuesOnTheStack() {
        assertSame("15", m -> {
            Label loop = new Label();
            m.visitInsn(ICONST_0);
            m.visitInsn(ICONST_5);
            m.visitVarInsn(ISTORE, 1);
            m.visitLabel(loop);
            awaitInt(m);
            m.visitInsn(IADD);
            m.visitIincInsn(1, -1);
            m.visitVarInsn(ILOAD, 1);
            m.visitJumpInsn(IFNE, loop);
            returnInt(m);
        });
    }

    @Test
    void jumpToTheFirstInstruction() {
        assertSame("9", m -> {
            Label start = new Label();
            m.visitLabel(start);
            awaitInt(m);
            m.visitInsn(DUP);
            m.visitVarInsn(ISTORE, 1);
            m.visitIntInsn(BIPUSH, 9);
            m.visitJumpInsn(IF_ICMPLT, start);
            m.visitVarInsn(ILOAD, 1);
            returnInt(m);
        });
    }

    @Test
    void stackManipulationOverWideValues() {
        assertSame("7", m -> {
            m.visitInsn(LCONST_1);
            awaitInt(m);
            m.visitInsn(I2L);
            m.visitInsn(DUP2_X2);
            awaitInt(m);
            m.visitInsn(I2L);
            m.visitInsn(LADD);
            m.visitInsn(LADD);
            m.visitInsn(LADD);
            awaitInt(m);
            m.visitInsn(I2L);
            m.visitInsn(LADD);
            m.visitInsn(L2I);
            m.visitInsn(ICONST_1);
            m.visitInsn(ISUB);
            returnInt(m);
        });
    }

    @Test
    void slotReusedWithOtherTypesAcrossAwaits() {
        assertSame("16.5", m -> {
            m.visitInsn(ICONST_3);
            m.visitVarInsn(ISTORE, 2);
            awaitInt(m);
            m.visitVarInsn(ILOAD, 2);
            m.visitInsn(IADD);
            m.visitInsn(I2L);
            m.visitVarInsn(LSTORE, 1);
            awaitInt(m);
            m.visitInsn(I2L);
            m.visitVarInsn(LLOAD, 1);
            m.visitInsn(LMUL);
            m.visitInsn(L2D);
            m.visitVarInsn(DSTORE, 2);
            awaitInt(m);
            m.visitInsn(I2D);
            m.visitVarInsn(DLOAD, 2);
            m.visitInsn(DADD);
            m.visitLdcInsn(5.5);
            m.visitInsn(DADD);
            m.visitMethodInsn(INVOKESTATIC, "java/lang/String", "valueOf", "(D)Ljava/lang/String;", false);
            m.visitVarInsn(ASTORE, 2);
            await(m);
            m.visitInsn(POP);
            m.visitVarInsn(ALOAD, 2);
            returnValue(m);
        });
    }

    @Test
    void widelySpacedLocals() {
        assertSame("6", m -> {
            m.visitInsn(LCONST_1);
            m.visitVarInsn(LSTORE, 300);
            awaitInt(m);
            m.visitVarInsn(ISTORE, 4000);
            awaitInt(m);
            m.visitVarInsn(ILOAD, 4000);
            m.visitInsn(IADD);
            m.visitVarInsn(LLOAD, 300);
            m.visitInsn(L2I);
            m.visitInsn(IADD);
            m.visitIincInsn(4000, 1000);
            m.visitVarInsn(ISTORE, 1);
            m.visitIincInsn(1, 2);
            m.visitVarInsn(ILOAD, 1);
            returnInt(m);
        });
    }

    @Test
    void handlerThatCoversItself() {
        assertSame("3", m -> {
            Label start = new Label();
            Label end = new Label();
            Label handler = new Label();
            m.visitTryCatchBlock(start, end, handler, "java/lang/RuntimeException");
            m.visitInsn(ICONST_0);
            m.visitVarInsn(ISTORE, 1);
            m.visitInsn(ACONST_NULL);
            m.visitLabel(start);
            m.visitLabel(handler);
            m.visitInsn(POP);
            m.visitIincInsn(1, 1);
            awaitInt(m);
            m.visitInsn(ICONST_3);
            Label done = new Label();
            m.visitJumpInsn(IF_ICMPGE, done);
            m.visitTypeInsn(NEW, "java/lang/IllegalStateException");
            m.visitInsn(DUP);
            m.visitMethodInsn(INVOKESPECIAL, "java/lang/IllegalStateException", "<init>", "()V", false);
            m.visitInsn(ATHROW);
            m.visitLabel(end);
            m.visitLabel(done);
            m.visitVarInsn(ILOAD, 1);
            returnInt(m);
        });
    }

    @Test
    void overlappingRangesThatBeginAndEndAtAwaits() {
        assertSame("caught java.lang.ArithmeticException: / by zero at 2", m -> {
            Label first = new Label();
            Label second = new Label();
            Label firstEnd = new Label();
            Label secondEnd = new Label();
            Label inner = new Label();
            Label outer = new Label();
            m.visitTryCatchBlock(first, firstEnd, inner, "java/lang/IllegalStateException");
            m.visitTryCatchBlock(second, secondEnd, outer, null);
            m.visitLabel(first);
            awaitInt(m);
            m.visitVarInsn(ISTORE, 1);
            m.visitLabel(second);
            awaitInt(m);
            m.visitLabel(firstEnd);
            m.visitVarInsn(ISTORE, 1);
            m.visitInsn(ICONST_1);
            m.visitInsn(ICONST_0);
            m.visitInsn(IDIV);
            m.visitLabel(secondEnd);
            m.visitInsn(POP);
            m.visitInsn(ICONST_M1);
            returnInt(m);
            m.visitLabel(inner);
            m.visitInsn(POP);
            m.visitInsn(ICONST_M1);
            returnInt(m);
            m.visitLabel(outer);
            m.visitVarInsn(ILOAD, 1);
            Handle concat = new Handle(H_INVOKESTATIC, "java/lang/invoke/StringConcatFactory", "makeConcatWithConstants",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;"
                            + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;", false);
            m.visitInvokeDynamicInsn("makeConcatWithConstants", "(Ljava/lang/Throwable;I)Ljava/lang/String;", concat, "caught \1 at \1");
            returnValue(m);
        });
    }

    @Test
    void constantDynamicBetweenAwaits() {
        Handle bootstrap = new Handle(H_INVOKESTATIC, "java/lang/invoke/ConstantBootstraps", "nullConstant",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;", false);
        assertSame("1null", m -> {
            await(m);
            toText(m);
            m.visitLdcInsn(new ConstantDynamic("nothing", "Ljava/lang/String;", bootstrap));
            m.visitVarInsn(ASTORE, 2);
            m.visitVarInsn(ASTORE, 1);
            await(m);
            m.visitInsn(POP);
            newBuilder(m);
            m.visitInsn(DUP);
            m.visitMethodInsn(INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
            m.visitVarInsn(ALOAD, 1);
            append(m);
            m.visitVarInsn(ALOAD, 2);
            append(m);
            toText(m);
            returnValue(m);
        });
    }

    @Test
    void lookupSwitchAtEveryAlignment() {
        for (int padding = 0; padding < 4; padding++) {
            int nops = padding;
            assertSame("42", m -> {
                Label two = new Label();
                Label other = new Label();
                awaitInt(m);
                m.visitInsn(POP);
                for (int i = 0; i < nops; i++) {
                    m.visitInsn(NOP);
                }
                awaitInt(m);
                m.visitLookupSwitchInsn(other, new int[] {2, 1000}, new Label[] {two, other});
                m.visitLabel(two);
                m.visitIntInsn(BIPUSH, 39);
                awaitInt(m);
                m.visitInsn(IADD);
                returnInt(m);
                m.visitLabel(other);
                m.visitInsn(ICONST_M1);
                returnInt(m);
            });
        }
    }

    @Test
    void moreThanAThousandAwaitsInOneMethod() {
        assertSame("1500", m -> {
            for (int i = 0; i < 1499; i++) {
                await(m);
                m.visitInsn(POP);
            }
            awaitInt(m);
            returnInt(m);
        });
    }

    @Test
    void fiveThousandAwaitsAreRefusedByName() {
        assertThatThrownBy(() -> OddProgram.of(m -> {
            for (int i = 0; i < 4999; i++) {
                m.visitVarInsn(ALOAD, 0);
                m.visitTypeInsn(CHECKCAST, "java/util/concurrent/CompletionStage");
                m.visitMethodInsn(INVOKESTATIC, "org/asyncjava/Await", "await",
                        "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;", false);
                m.visitInsn(POP);
            }
            awaitInt(m);
            returnInt(m);
        })).isInstanceOf(TransformationException.class).hasMessageContaining("Odd.run").hasMessageContaining("65535");
    }

    @Test
    void jumpsOfMoreThan32KilobytesInAMethodNear64() {
        assertSame("60003", m -> {
            Label far = new Label();
            awaitInt(m);
            m.visitVarInsn(ISTORE, 1);
            m.visitVarInsn(ALOAD, 0);
            m.visitJumpInsn(IFNULL, far);
            for (int i = 0; i < 20_000; i++) {
                m.visitIincInsn(1, 3);
            }
            m.visitLabel(far);
            awaitInt(m);
            m.visitVarInsn(ILOAD, 1);
            m.visitInsn(IADD);
            returnInt(m);
        });
    }
}
