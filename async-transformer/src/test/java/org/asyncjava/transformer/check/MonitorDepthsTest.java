package org.asyncjava.transformer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asyncjava.transformer.read.TransformationException;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Shapes of code that javac does not make but others do. */
class MonitorDepthsTest {
    private final MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "method", "(Ljava/lang/Object;)V", null, null);

    @Test
    void aMonitorOnOneOfTwoPathsIsRefused() {
        Label join = new Label();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitJumpInsn(Opcodes.IFNULL, join);
        enter();
        method.visitLabel(join);
        method.visitInsn(Opcodes.RETURN);

        assertThatThrownBy(() -> MonitorDepths.of("demo.Odd.method", method))
                .isInstanceOf(TransformationException.class)
                .hasMessageStartingWith("demo.Odd.method cannot be transformed: its monitors are not entered and left in pairs");
    }

    @Test
    void leavingMoreMonitorsThanWereEnteredIsRefused() {
        leave();
        method.visitInsn(Opcodes.RETURN);

        assertThatThrownBy(() -> MonitorDepths.of("demo.Odd.method", method)).isInstanceOf(TransformationException.class);
    }

    @Test
    void aLoopThatEntersAMonitorEachTimeRoundIsRefusedInsteadOfFollowedForEver() {
        Label start = new Label();
        method.visitLabel(start);
        enter();
        method.visitJumpInsn(Opcodes.GOTO, start);

        assertThatThrownBy(() -> MonitorDepths.of("demo.Odd.method", method)).isInstanceOf(TransformationException.class);
    }

    @Test
    void anExitThatNoHandlerOfTheBlockCoversDoesNotReachTheCatchAroundIt() {
        Label bodyStart = new Label();
        Label bodyEnd = new Label();
        Label leaving = new Label();
        Label around = new Label();
        Label end = new Label();
        method.visitTryCatchBlock(bodyStart, bodyEnd, leaving, null);
        method.visitTryCatchBlock(bodyStart, around, around, "java/lang/RuntimeException");
        enter();
        method.visitLabel(bodyStart);
        callSomething();
        method.visitLabel(bodyEnd);
        leave();
        method.visitJumpInsn(Opcodes.GOTO, end);
        method.visitLabel(leaving);
        leave();
        method.visitInsn(Opcodes.ATHROW);
        method.visitLabel(around);
        callSomething();
        method.visitInsn(Opcodes.POP);
        method.visitLabel(end);
        method.visitInsn(Opcodes.RETURN);

        MonitorDepths depths = MonitorDepths.of("demo.Odd.method", method);

        assertThat(depths.isHeldAt(call(0))).isTrue();
        assertThat(depths.isHeldAt(call(1))).isFalse();
    }

    @Test
    void codeThatIsNeverReachedHoldsNothing() {
        Label end = new Label();
        method.visitJumpInsn(Opcodes.GOTO, end);
        leave();
        callSomething();
        method.visitLabel(end);
        method.visitInsn(Opcodes.RETURN);

        assertThat(MonitorDepths.of("demo.Odd.method", method).isHeldAt(call(0))).isFalse();
    }

    private void enter() {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitInsn(Opcodes.MONITORENTER);
    }

    private void leave() {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitInsn(Opcodes.MONITOREXIT);
    }

    private void callSomething() {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "demo/Odd", "something", "()V", false);
    }

    private AbstractInsnNode call(int number) {
        int seen = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction.getOpcode() == Opcodes.INVOKESTATIC && seen++ == number) {
                return instruction;
            }
        }
        throw new AssertionError("no call " + number);
    }
}
