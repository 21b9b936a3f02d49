package org.asyncjava.transformer.analysis;

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
        this.ranges = method.tryCatchBlocks.stream().filter(range -> range.type == null || RuntimeAbi.SIGNAL_TYPES.contains(range.type)).toList();
    }

    /** Tells whether one stands around an {@code emit}; of other instructions nobody asks. */
    boolean standAround(AbstractInsnNode insn) {
        if (ranges.isEmpty() || !Markers.isEmit(insn)) {
            return false;
        }
        return ranges.stream().anyMatch(range -> Instructions.isIn(range, method.instructions, insn));
    }
}
