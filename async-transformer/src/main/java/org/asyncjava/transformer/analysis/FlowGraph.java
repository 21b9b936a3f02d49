package org.asyncjava.transformer.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The basic blocks of a method and the edges between them.
 *
 * <p>Blocks also begin and end where a try range does, so that all instructions of a block have the same handlers.
 */
final class FlowGraph {
    private final InsnList list;
    private final AbstractInsnNode[] insns;
    private final List<Block> blocks = new ArrayList<>();
    private final int[] blockAt;

    /**
     * A basic block.
     *
     * @param index position in {@link FlowGraph#blocks()}
     * @param first index of the first instruction
     * @param end index after the last instruction
     * @param successors blocks that control passes to without an exception
     * @param handlers blocks that an exception of any instruction in it passes control to
     */
    record Block(int index, int first, int end, List<Block> successors, List<Block> handlers) {
        /** Blocks are nodes of a graph: the same one or another. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    private FlowGraph(InsnList list) {
        this.list = list;
        this.insns = list.toArray();
        this.blockAt = new int[insns.length];
    }

    /**
     * The graph of a method's code.
     *
     * @param method not changed
     * @return its graph
     */
    static FlowGraph of(MethodNode method) {
        FlowGraph graph = new FlowGraph(method.instructions);
        graph.divide(graph.leaders(method));
        for (Block block : graph.blocks) {
            graph.connect(block);
        }
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            graph.connectHandler(range);
        }
        return graph;
    }

    /**
     * The instructions by index, labels, frames and line numbers included.
     *
     * @return the array itself, not to be changed
     */
    AbstractInsnNode[] insns() {
        return insns;
    }

    /**
     * The blocks in code order.
     *
     * @return all blocks, also those that cannot be reached
     */
    List<Block> blocks() {
        return blocks;
    }

    private BitSet leaders(MethodNode method) {
        BitSet leaders = new BitSet(insns.length);
        leaders.set(0);
        for (int i = 0; i < insns.length; i++) {
            for (LabelNode target : ControlTransfer.targets(insns[i])) {
                leaders.set(indexOf(target));
            }
            if (endsBlock(insns[i])) {
                leaders.set(i + 1);
            }
        }
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            leaders.set(indexOf(range.start));
            leaders.set(indexOf(range.end));
            leaders.set(indexOf(range.handler));
        }
        return leaders;
    }

    private void divide(BitSet leaders) {
        for (int first = 0; first < insns.length; ) {
            int next = leaders.nextSetBit(first + 1);
            int end = next < 0 || next > insns.length ? insns.length : next;
            Arrays.fill(blockAt, first, end, blocks.size());
            blocks.add(new Block(blocks.size(), first, end, new ArrayList<>(2), new ArrayList<>(0)));
            first = end;
        }
    }

    private void connect(Block block) {
        AbstractInsnNode last = insns[block.end() - 1];
        for (LabelNode target : ControlTransfer.targets(last)) {
            block.successors().add(blockOf(target));
        }
        if (ControlTransfer.fallsThrough(last) && block.end() < insns.length) {
            block.successors().add(blocks.get(block.index() + 1));
        }
    }

    private void connectHandler(TryCatchBlockNode range) {
        Block handler = blockOf(range.handler);
        int end = indexOf(range.end);
        for (int i = indexOf(range.start); i < end; i = blocks.get(blockAt[i]).end()) {
            blocks.get(blockAt[i]).handlers().add(handler);
        }
    }

    private Block blockOf(LabelNode label) {
        return blocks.get(blockAt[indexOf(label)]);
    }

    private int indexOf(AbstractInsnNode insn) {
        return list.indexOf(insn);
    }

    private static boolean endsBlock(AbstractInsnNode insn) {
        return !ControlTransfer.fallsThrough(insn) || insn instanceof JumpInsnNode;
    }
}
