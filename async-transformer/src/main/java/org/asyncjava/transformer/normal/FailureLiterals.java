package org.asyncjava.transformer.normal;

import org.asyncjava.transformer.analysis.AwaitCall;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Drops the second argument of {@code await(operand, X.class)}: it tells something to the compiler alone. */
final class FailureLiterals {
    private FailureLiterals() {
    }

    /**
     * Replaces each such await by one that takes its operand alone.
     *
     * @param method changed in place
     */
    static void drop(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (AwaitCall.isAwait(insn)) {
                AwaitCall await = AwaitCall.of(insn).orElseThrow();
                if (await.namesFailure()) {
                    drop(method, await);
                }
            }
        }
    }

    private static void drop(MethodNode method, AwaitCall await) {
        method.instructions.insertBefore(await.call(), new InsnNode(Opcodes.POP));
        await.call().desc = await.call().desc.replace("Ljava/lang/Class;", "");
    }
}
