package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Takes the code that suspends out of the user's try ranges: what fails there is not the user's to catch.
 *
 * <p>The order of the exception table is kept.
 */
final class TryRanges {
    private static final int MOST_RANGES = 0xFFFF;

    private final InsnList code;

    private TryRanges(InsnList code) {
        this.code = code;
    }

    /**
     * Splits the ranges of a body.
     *
     * @param body changed in place
     * @param suspensions its suspension points in code order
     */
    static void split(MethodNode body, List<Suspension> suspensions) {
        TryRanges ranges = new TryRanges(body.instructions);
        List<Suspension> inline = suspensions.stream().filter(Suspension::isInline).toList();
        List<TryCatchBlockNode> result = new ArrayList<>();
        for (TryCatchBlockNode block : body.tryCatchBlocks) {
            ranges.addWithout(inline, block, result);
            if (result.size() > MOST_RANGES) {
                throw new TransformationException(body.name + " is too large: with its awaits it needs more try ranges than the " + MOST_RANGES
                        + " that a method can have (JVMS 4.7.3); divide it into several methods");
            }
        }
        body.tryCatchBlocks = result;
    }

    private void addWithout(List<Suspension> suspensions, TryCatchBlockNode block, List<TryCatchBlockNode> result) {
        int start = code.indexOf(block.start);
        int end = code.indexOf(block.end);
        LabelNode from = block.start;
        for (Suspension suspension : suspensions) {
            int tail = code.indexOf(suspension.tailStart());
            if (start <= tail && tail < end) {
                addRange(from, suspension.tailStart(), block, result);
                from = suspension.tailEnd();
            }
        }
        addRange(from, block.end, block, result);
    }

    private void addRange(LabelNode from, LabelNode to, TryCatchBlockNode block, List<TryCatchBlockNode> result) {
        if (hasCode(from, to)) {
            TryCatchBlockNode part = new TryCatchBlockNode(from, to, block.handler, block.type);
            part.visibleTypeAnnotations = block.visibleTypeAnnotations;
            part.invisibleTypeAnnotations = block.invisibleTypeAnnotations;
            result.add(part);
        }
    }

    private static boolean hasCode(LabelNode from, LabelNode to) {
        for (AbstractInsnNode insn = from; insn != to; insn = insn.getNext()) {
            if (insn.getOpcode() >= 0) {
                return true;
            }
        }
        return false;
    }
}
