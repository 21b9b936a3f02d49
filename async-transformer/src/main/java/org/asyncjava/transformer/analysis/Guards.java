package org.asyncjava.transformer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The handlers of a method that see the signal which closes a generator, an error. */
final class Guards {
    private final MethodNode method;
    private final List<TryCatchBlockNode> ranges;

    Guards(MethodNode method) {
        this.method = method;
        this.ranges = new ArrayList<>();
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            if (range.type == null || RuntimeAbi.SIGNAL_TYPES.contains(range.type)) {
                ranges.add(range);
            }
        }
    }

    /** Tells whether one stands around an {@code emit}; of other instructions nobody asks. */
    boolean standAround(AbstractInsnNode insn) {
        if (ranges.isEmpty() || !Markers.isEmit(insn)) {
            return false;
        }
        for (TryCatchBlockNode range : ranges) {
            if (Instructions.isIn(range, method.instructions, insn)) {
                return true;
            }
        }
        return false;
    }
}
