package org.asyncjava.transformer.analysis;

import java.util.Optional;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call of {@code Await.await}.
 *
 * @param call the instruction
 * @param operand what is awaited, by its static type
 * @param namesFailure whether the call has the second argument {@code Class<X>}
 */
public record AwaitCall(MethodInsnNode call, Operand operand, boolean namesFailure) {
    /** The two families of operands. */
    public enum Operand {
        /** A {@code java.util.concurrent.CompletionStage}. */
        STAGE,
        /** An {@code org.asyncjava.Awaitable}. */
        AWAITABLE
    }

    /**
     * Recognises a call of {@code Await.await}.
     *
     * @param insn any instruction
     * @return the call; empty if it is another instruction
     */
    public static Optional<AwaitCall> of(AbstractInsnNode insn) {
        if (!isAwait(insn)) {
            return Optional.empty();
        }
        MethodInsnNode call = (MethodInsnNode) insn;
        Operand operand = call.desc.startsWith("(Lorg/asyncjava/Awaitable;") ? Operand.AWAITABLE : Operand.STAGE;
        return Optional.of(new AwaitCall(call, operand, call.desc.contains("Ljava/lang/Class;")));
    }

    /**
     * Tells whether an instruction is a call of {@code Await.await}.
     *
     * @param insn any instruction
     * @return true if it is
     */
    public static boolean isAwait(AbstractInsnNode insn) {
        return insn.getOpcode() == Opcodes.INVOKESTATIC && Markers.isAwait(insn);
    }
}
