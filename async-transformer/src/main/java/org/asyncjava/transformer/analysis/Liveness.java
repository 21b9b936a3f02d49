package org.asyncjava.transformer.analysis;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.asyncjava.transformer.flow.Analysis;
import org.asyncjava.transformer.flow.Backward;
import org.asyncjava.transformer.flow.FlowGraph;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which local variable slots are read later, at the points that the caller asks for.
 *
 * <p>A wide variable counts by its first slot. Within a try range whatever a handler reads is live at every instruction, also after a
 * store: an exception may leave the range before it.
 */
public final class Liveness {
    private final Map<AbstractInsnNode, BitSet> liveBefore;

    private Liveness(Map<AbstractInsnNode, BitSet> liveBefore) {
        this.liveBefore = liveBefore;
    }

    /**
     * Computes the live slots of a method.
     *
     * @param method not changed
     * @param retention whether slots count as live that are not read
     * @param points selects the instructions, frames or labels for which the answer is wanted
     * @return the answers
     */
    public static Liveness of(MethodNode method, Retention retention, Predicate<AbstractInsnNode> points) {
        return new Liveness(switch (retention) {
            case LIVE -> Backward.before(FlowGraph.asVerified(method), new Reads(), points);
            case ALL -> all(method, points);
        });
    }

    private static Map<AbstractInsnNode, BitSet> all(MethodNode method, Predicate<AbstractInsnNode> points) {
        BitSet all = new BitSet();
        all.set(0, method.maxLocals);
        Map<AbstractInsnNode, BitSet> live = new IdentityHashMap<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (points.test(insn)) {
                live.put(insn, all);
            }
        }
        return live;
    }

    /**
     * The slots that are live before a selected instruction executes.
     *
     * @param point one that was selected
     * @return slots, not to be changed
     */
    public BitSet before(AbstractInsnNode point) {
        return liveBefore.get(point);
    }

    /** Slots become live where they are read, and cease to be where they are stored to. */
    private static final class Reads implements Analysis<BitSet> {
        @Override
        public BitSet initial() {
            return new BitSet();
        }

        @Override
        public BitSet use(AbstractInsnNode insn, BitSet live) {
            if (insn instanceof VarInsnNode variable && insn.getOpcode() < Opcodes.ISTORE) {
                return SlotSet.with(live, variable.var);
            }
            return insn instanceof IincInsnNode increment ? SlotSet.with(live, increment.var) : live;
        }

        @Override
        public BitSet def(AbstractInsnNode insn, BitSet live) {
            return insn instanceof VarInsnNode variable && insn.getOpcode() >= Opcodes.ISTORE ? SlotSet.without(live, variable.var) : live;
        }

        @Override
        public BitSet join(BitSet one, BitSet other) {
            BitSet both = (BitSet) one.clone();
            both.or(other);
            return both;
        }
    }
}
