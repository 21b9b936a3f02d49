package org.asyncjava.transformer.analysis;

import java.util.Optional;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call that is a suspension point: of {@code Await.await} or {@code Emit.emit}.
 *
 * @param call the instruction
 * @param operand what is awaited, by its static type, or that an element is emitted
 * @param namesFailure whether the call has the second argument {@code Class<X>}
 */
public record AwaitCall(MethodInsnNode call, Operand operand, boolean namesFailure) {
    /** The families of operands. */
    public enum Operand {
        /** A {@code java.util.concurrent.CompletionStage}. */
        STAGE,
        /** An {@code org.asyncjava.Awaitable}. */
        AWAITABLE,
        /** What a generator emits. */
        ELEMENT
    }

    /**
     * Recognises a suspension point.
     *
     * @param insn any instruction
     * @return the call; empty if it is another instruction
     */
    public static Optional<AwaitCall> of(AbstractInsnNode insn) {
        if (!isAwait(insn)) {
            return Optional.empty();
        }
        MethodInsnNode call = (MethodInsnNode) insn;
        return Optional.of(new AwaitCall(call, operand(call), call.desc.contains("Ljava/lang/Class;")));
    }

    private static Operand operand(MethodInsnNode call) {
        if (Markers.isEmit(call)) {
            return Operand.ELEMENT;
        }
        return call.desc.startsWith("(Lorg/asyncjava/Awaitable;") ? Operand.AWAITABLE : Operand.STAGE;
    }

    /**
     * Tells whether an instruction is a suspension point.
     *
     * @param insn any instruction
     * @return true if it is
     */
    public static boolean isAwait(AbstractInsnNode insn) {
        return insn.getOpcode() == Opcodes.INVOKESTATIC && (Markers.isAwait(insn) || Markers.isEmit(insn));
    }
}
