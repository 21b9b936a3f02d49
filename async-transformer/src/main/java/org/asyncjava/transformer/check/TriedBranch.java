package org.asyncjava.transformer.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.asyncjava.rules.flow.Effect;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The branch that asks whether what was tried has come off, as in {@code if (lock.tryLock())}. */
final class TriedBranch {
    private static final Set<Integer> BOOLEANS = Set.of(Opcodes.ICONST_0, Opcodes.ICONST_1);

    private TriedBranch() {
    }

    /**
     * Where it goes on if that has come off.
     *
     * @param instruction any instruction
     * @param effects what calls do
     * @return the label, or what stands behind the branch; empty for another instruction
     */
    static Optional<AbstractInsnNode> whereTaken(AbstractInsnNode instruction, Function<MethodInsnNode, Effect> effects) {
        if (!(instruction instanceof JumpInsnNode branch) || branch.getOpcode() != Opcodes.IFEQ && branch.getOpcode() != Opcodes.IFNE
                || !(Instructions.previous(branch) instanceof MethodInsnNode call) || effects.apply(call) != Effect.TRIES || makesBoolean(branch)) {
            return Optional.empty();
        }
        return Optional.ofNullable(branch.getOpcode() == Opcodes.IFEQ ? branch.getNext() : branch.label);
    }

    /** Whether a branch makes a value, as of {@code !lock.tryLock()}, instead of deciding where to go: one constant here and the other there. */
    private static boolean makesBoolean(JumpInsnNode branch) {
        AbstractInsnNode here = Instructions.next(branch);
        AbstractInsnNode there = Instructions.next(branch.label);
        return here instanceof InsnNode && there instanceof InsnNode && BOOLEANS.contains(here.getOpcode()) && BOOLEANS.contains(there.getOpcode())
                && here.getOpcode() != there.getOpcode() && Instructions.next(here) instanceof JumpInsnNode end && end.getOpcode() == Opcodes.GOTO;
    }
}
