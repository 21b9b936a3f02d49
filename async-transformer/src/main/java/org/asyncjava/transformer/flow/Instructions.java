package org.asyncjava.transformer.flow;

import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Questions about places in code; mostly about code without the labels, lines and frames that stand between its instructions. */
public final class Instructions {
    private Instructions() {
    }

    /**
     * Tells instructions from what only stands between them.
     *
     * @param node an element of a method's code
     * @return true for an instruction; false for a label, a line or a frame
     */
    public static boolean isReal(AbstractInsnNode node) {
        return node.getOpcode() >= 0;
    }

    /**
     * Tells whether an element of the code ends the method without an exception.
     *
     * @param node the element, which is an instruction or not
     * @return true for each of the return instructions
     */
    public static boolean isReturn(AbstractInsnNode node) {
        return node.getOpcode() >= Opcodes.IRETURN && node.getOpcode() <= Opcodes.RETURN;
    }

    /**
     * The instruction behind an element of the code.
     *
     * @param node the element, which is an instruction or not
     * @return the first instruction behind it; null if there is none
     */
    public static AbstractInsnNode next(AbstractInsnNode node) {
        AbstractInsnNode next = node.getNext();
        while (next != null && !isReal(next)) {
            next = next.getNext();
        }
        return next;
    }

    /**
     * The frame that holds at an element of the code.
     *
     * @param node the element
     * @return the first frame from there to the next instruction; empty if there is none
     */
    public static Optional<FrameNode> frameAt(AbstractInsnNode node) {
        for (AbstractInsnNode insn = node; insn != null && !isReal(insn); insn = insn.getNext()) {
            if (insn instanceof FrameNode frame) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    /**
     * The line that an element of the code belongs to.
     *
     * @param node the element; null for none
     * @return that of the last line number up to it; 0 if there is none
     */
    public static int lineOf(AbstractInsnNode node) {
        AbstractInsnNode insn = node;
        while (insn != null && !(insn instanceof LineNumberNode)) {
            insn = insn.getPrevious();
        }
        return insn == null ? 0 : ((LineNumberNode) insn).line;
    }

    /**
     * Tells whether an entry of the exception table covers an element of the code.
     *
     * @param range the entry
     * @param code the code of the method
     * @param node the element
     * @return true if its handler sees what the element throws
     */
    public static boolean isIn(TryCatchBlockNode range, InsnList code, AbstractInsnNode node) {
        int at = code.indexOf(node);
        return code.indexOf(range.start) <= at && at < code.indexOf(range.end);
    }

    /**
     * The instruction in front of an element of the code.
     *
     * @param node the element, which is an instruction or not
     * @return the last instruction in front of it; null if there is none
     */
    public static AbstractInsnNode previous(AbstractInsnNode node) {
        AbstractInsnNode previous = node.getPrevious();
        while (previous != null && !isReal(previous)) {
            previous = previous.getPrevious();
        }
        return previous;
    }
}
