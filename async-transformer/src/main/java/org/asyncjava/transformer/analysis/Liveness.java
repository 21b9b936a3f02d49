package org.asyncjava.transformer.analysis;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
    private final FlowGraph graph;
    private final BitSet[] liveIn;
    private final Map<AbstractInsnNode, BitSet> liveBefore = new IdentityHashMap<>();

    private Liveness(FlowGraph graph) {
        this.graph = graph;
        this.liveIn = new BitSet[graph.blocks().size()];
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
        Liveness liveness = new Liveness(FlowGraph.of(method));
        if (retention == Retention.ALL) {
            liveness.answerAll(method.maxLocals, points);
            return liveness;
        }
        liveness.solve();
        for (FlowGraph.Block block : liveness.graph.blocks()) {
            liveness.scan(block, points);
        }
        return liveness;
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

    private void answerAll(int slots, Predicate<AbstractInsnNode> points) {
        BitSet all = new BitSet();
        all.set(0, slots);
        for (AbstractInsnNode insn : graph.insns()) {
            if (points.test(insn)) {
                liveBefore.put(insn, all);
            }
        }
    }

    private void solve() {
        List<FlowGraph.Block> blocks = graph.blocks();
        List<List<FlowGraph.Block>> predecessors = Predecessors.of(blocks);
        Deque<FlowGraph.Block> work = new ArrayDeque<>(blocks.size());
        BitSet queued = new BitSet(blocks.size());
        for (FlowGraph.Block block : blocks) {
            liveIn[block.index()] = new BitSet();
            work.addFirst(block);
        }
        queued.set(0, blocks.size());
        while (!work.isEmpty()) {
            FlowGraph.Block block = work.removeFirst();
            queued.clear(block.index());
            BitSet live = scan(block, insn -> false);
            if (live.equals(liveIn[block.index()])) {
                continue;
            }
            liveIn[block.index()] = live;
            for (FlowGraph.Block predecessor : predecessors.get(block.index())) {
                if (!queued.get(predecessor.index())) {
                    queued.set(predecessor.index());
                    work.addLast(predecessor);
                }
            }
        }
    }

    /** Walks a block backwards from what its successors need. */
    private BitSet scan(FlowGraph.Block block, Predicate<AbstractInsnNode> points) {
        BitSet inHandlers = union(block.handlers());
        BitSet live = union(block.successors());
        live.or(inHandlers);
        for (int i = block.end() - 1; i >= block.first(); i--) {
            AbstractInsnNode insn = graph.insns()[i];
            step(insn, live, inHandlers);
            if (points.test(insn)) {
                liveBefore.put(insn, (BitSet) live.clone());
            }
        }
        return live;
    }

    private static void step(AbstractInsnNode insn, BitSet live, BitSet inHandlers) {
        if (insn instanceof VarInsnNode variable) {
            boolean read = insn.getOpcode() < Opcodes.ISTORE;
            live.set(variable.var, read || inHandlers.get(variable.var));
        } else if (insn instanceof IincInsnNode increment) {
            live.set(increment.var);
        }
    }

    private BitSet union(List<FlowGraph.Block> blocks) {
        BitSet union = new BitSet();
        for (FlowGraph.Block block : blocks) {
            union.or(liveIn[block.index()]);
        }
        return union;
    }
}
