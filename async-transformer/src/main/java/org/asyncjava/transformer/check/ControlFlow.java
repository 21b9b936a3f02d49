package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.asyncjava.transformer.analysis.ControlTransfer;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Where a method can go from each of its instructions; instructions are named by their index.
 *
 * <p>Where a try range begins or ends a <em>stretch</em> does: all instructions of one have the same handlers.
 */
final class ControlFlow {
    private final MethodNode method;
    private final int[] stretchOf;
    private final List<List<TryCatchBlockNode>> covering = new ArrayList<>();
    private final List<List<Integer>> handlers = new ArrayList<>();

    ControlFlow(MethodNode method) {
        this.method = method;
        this.stretchOf = new int[method.instructions.size()];
        divide();
    }

    private void divide() {
        BitSet boundaries = new BitSet();
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            boundaries.set(index(range.start));
            boundaries.set(index(range.end));
        }
        int stretch = 0;
        for (int index = 0; index < stretchOf.length; index++) {
            stretch += index > 0 && boundaries.get(index) ? 1 : 0;
            stretchOf[index] = stretch;
        }
        for (int i = 0; stretchOf.length > 0 && i <= stretch; i++) {
            covering.add(new ArrayList<>(0));
        }
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            int end = index(range.end) < stretchOf.length ? stretchOf[index(range.end)] : covering.size();
            for (int i = stretchOf[index(range.start)]; i < end; i++) {
                covering.get(i).add(range);
            }
        }
        covering.forEach(ranges -> handlers.add(handlers(ranges)));
    }

    /** They are tried in the order of the table, and one that catches everything hides those after it. */
    private List<Integer> handlers(List<TryCatchBlockNode> ranges) {
        List<Integer> entered = new ArrayList<>(ranges.size());
        for (TryCatchBlockNode range : ranges) {
            entered.add(index(range.handler));
            if (range.type == null || range.type.equals("java/lang/Throwable")) {
                break;
            }
        }
        return entered;
    }

    /** How many instructions there are, labels, lines and frames included. */
    int size() {
        return stretchOf.length;
    }

    /** What is executed next if nothing is thrown. */
    List<Integer> successors(int index) {
        AbstractInsnNode instruction = method.instructions.get(index);
        List<LabelNode> targets = ControlTransfer.targets(instruction);
        boolean goesOn = ControlTransfer.fallsThrough(instruction) && index + 1 < size();
        if (targets.isEmpty()) {
            return goesOn ? List.of(index + 1) : List.of();
        }
        List<Integer> next = new ArrayList<>(targets.size() + 1);
        targets.forEach(target -> next.add(index(target)));
        if (goesOn) {
            next.add(index + 1);
        }
        return next;
    }

    /** The handlers that can be entered from an instruction. */
    List<Integer> handlers(int index) {
        return Opcode.mayThrow(method.instructions.get(index)) ? handlersCovering(index) : List.of();
    }

    /** The same for an instruction of which it does not matter whether it can throw. */
    List<Integer> handlersCovering(int index) {
        return handlers.get(stretchOf[index]);
    }

    /** The handlers of each stretch. */
    List<List<Integer>> handlersOfStretches() {
        return handlers;
    }

    /** The stretch that an instruction is in. */
    int stretch(int index) {
        return stretchOf[index];
    }

    /** The entries of the exception table that cover an instruction, in their order. */
    List<TryCatchBlockNode> covering(int index) {
        return covering.get(stretchOf[index]);
    }

    /** The index of an instruction. */
    int index(AbstractInsnNode instruction) {
        return method.instructions.indexOf(instruction);
    }
}
