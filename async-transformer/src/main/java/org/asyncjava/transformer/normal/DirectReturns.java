package org.asyncjava.transformer.normal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.asyncjava.transformer.flow.ControlTransfer;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Puts the return where the jump to it is: {@code return c ? a : b} compiles to two branches that meet at one {@code areturn}.
 *
 * <p>Then what was returned stands right before its return, where it can be recognised as a plain value or as a tail call.
 */
final class DirectReturns {
    private DirectReturns() {
    }

    /**
     * Replaces jumps to a return by returns.
     *
     * @param method changed in place
     */
    static void apply(MethodNode method) {
        Set<AbstractInsnNode> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.GOTO) {
                AbstractInsnNode target = Instructions.next(((JumpInsnNode) insn).label);
                if (target != null && target.getOpcode() == Opcodes.ARETURN) {
                    reached.add(target);
                    method.instructions.set(insn, new InsnNode(Opcodes.ARETURN));
                }
            }
        }
        if (!reached.isEmpty()) {
            Set<LabelNode> targets = targets(method);
            for (AbstractInsnNode areturn : reached) {
                dropFrame(method, areturn, targets);
            }
        }
    }

    /** The frame of a join at which nothing joins any more. */
    private static void dropFrame(MethodNode method, AbstractInsnNode areturn, Set<LabelNode> targets) {
        FrameNode frame = null;
        for (AbstractInsnNode insn = areturn.getPrevious(); insn != null && !Instructions.isReal(insn); insn = insn.getPrevious()) {
            if (insn instanceof LabelNode label && targets.contains(label)) {
                return;
            }
            frame = insn instanceof FrameNode found ? found : frame;
        }
        if (frame != null && fallsThrough(frame)) {
            method.instructions.remove(frame);
        }
    }

    private static boolean fallsThrough(AbstractInsnNode frame) {
        AbstractInsnNode before = Instructions.previous(frame);
        return before == null || ControlTransfer.fallsThrough(before);
    }

    private static Set<LabelNode> targets(MethodNode method) {
        Set<LabelNode> targets = Collections.newSetFromMap(new IdentityHashMap<>());
        for (AbstractInsnNode insn : method.instructions) {
            targets.addAll(ControlTransfer.targets(insn));
        }
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            targets.add(range.handler);
        }
        return targets;
    }
}
