package org.asyncjava.transformer.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The basic blocks of a method and the edges between them.
 *
 * <p>Where a try range begins or ends, a <em>stretch</em> does: all instructions of one have the same handlers. Blocks also begin and end there.
 */
public final class FlowGraph {
    private final View view;
    private final InsnList list;
    private final AbstractInsnNode[] insns;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final int[] blockAt;

    /**
     * A basic block.
     *
     * @param index position in {@link FlowGraph#blocks()}
     * @param first index of the first instruction
     * @param end index after the last instruction
     * @param stretch where it is
     * @param successors blocks that control passes to without an exception
     * @param handlers blocks that an exception in it passes control to
     */
    public record Block(int index, int first, int end, Stretch stretch, List<Block> successors, List<Block> handlers) {
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

    /**
     * Consecutive blocks in the same try ranges.
     *
     * @param index position in {@link FlowGraph#stretches()}
     * @param ranges the entries of the exception table that cover it, in their order
     * @param handlers blocks that an exception in it passes control to
     */
    public record Stretch(int index, List<TryCatchBlockNode> ranges, List<Block> handlers) {
    }

    /** Who follows the code. */
    private enum View {
        /** To whom any instruction may throw anything. */
        VERIFIER,
        /** Which knows what an instruction does. */
        JVM;

        boolean mayThrow(AbstractInsnNode insn) {
            return this == VERIFIER || ControlTransfer.mayThrow(insn);
        }

        boolean hidesNext(TryCatchBlockNode range) {
            return this == JVM && (range.type == null || range.type.equals("java/lang/Throwable"));
        }
    }

    private FlowGraph(MethodNode method, View view) {
        this.view = view;
        this.list = method.instructions;
        this.insns = list.toArray();
        this.blockAt = new int[insns.length];
        divide(leaders(method), bounds(method));
        for (Block block : blocks) {
            connect(block);
        }
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            cover(range);
        }
        for (Stretch stretch : stretches) {
            connectHandlers(stretch);
        }
    }

    /**
     * The graph of a method's code as the verifier takes it: whatever instruction of a try range throws, and whatever it throws.
     *
     * @param method not changed
     * @return its graph
     */
    public static FlowGraph asVerified(MethodNode method) {
        return new FlowGraph(method, View.VERIFIER);
    }

    /**
     * The graph of a method's code as it can be executed: what can throw, to the handlers in the order of the table, in which one that catches everything
     * hides those after it.
     *
     * @param method not changed
     * @return its graph
     */
    public static FlowGraph asExecuted(MethodNode method) {
        return new FlowGraph(method, View.JVM);
    }

    /**
     * The instructions by index, labels, frames and line numbers included.
     *
     * @return the array itself, not to be changed
     */
    public AbstractInsnNode[] insns() {
        return insns;
    }

    /**
     * The blocks in code order.
     *
     * @return all blocks, also those that cannot be reached
     */
    public List<Block> blocks() {
        return blocks;
    }

    /**
     * The stretches in code order.
     *
     * @return all stretches
     */
    public List<Stretch> stretches() {
        return stretches;
    }

    /**
     * The block of an instruction.
     *
     * @param insn an instruction, label, frame or line number of the method
     * @return its block
     */
    public Block blockOf(AbstractInsnNode insn) {
        return blocks.get(blockAt[indexOf(insn)]);
    }

    /**
     * The place of an instruction in the code.
     *
     * @param insn an instruction, label, frame or line number of the method
     * @return its index in {@link #insns()}
     */
    public int indexOf(AbstractInsnNode insn) {
        return list.indexOf(insn);
    }

    /**
     * Tells whether an exception of an instruction counts.
     *
     * @param insn an instruction, label, frame or line number of the method
     * @return true if its block's handlers can be entered from it
     */
    public boolean mayThrow(AbstractInsnNode insn) {
        return view.mayThrow(insn);
    }

    /**
     * What is reached from a block without exceptions.
     *
     * @param start the block
     * @param within where it may be gone on
     * @return the block itself and those reached
     */
    public List<Block> reachedFrom(Block start, Predicate<Block> within) {
        List<Block> reached = new ArrayList<>(List.of(start));
        BitSet known = new BitSet();
        known.set(start.index());
        for (int i = 0; i < reached.size(); i++) {
            for (Block next : reached.get(i).successors()) {
                if (!known.get(next.index()) && within.test(next)) {
                    known.set(next.index());
                    reached.add(next);
                }
            }
        }
        return reached;
    }

    private BitSet bounds(MethodNode method) {
        BitSet bounds = new BitSet();
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            bounds.set(indexOf(range.start));
            bounds.set(indexOf(range.end));
        }
        return bounds;
    }

    private BitSet leaders(MethodNode method) {
        BitSet leaders = bounds(method);
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            leaders.set(indexOf(range.handler));
        }
        for (int i = 0; i < insns.length; i++) {
            for (LabelNode target : ControlTransfer.targets(insns[i])) {
                leaders.set(indexOf(target));
            }
            if (endsBlock(insns[i])) {
                leaders.set(i + 1);
            }
        }
        return leaders;
    }

    private static boolean endsBlock(AbstractInsnNode insn) {
        return !ControlTransfer.fallsThrough(insn) || insn instanceof JumpInsnNode;
    }

    private void divide(BitSet leaders, BitSet bounds) {
        for (int first = 0; first < insns.length; ) {
            int next = leaders.nextSetBit(first + 1);
            int end = next < 0 || next > insns.length ? insns.length : next;
            if (first == 0 || bounds.get(first)) {
                stretches.add(new Stretch(stretches.size(), new ArrayList<>(0), new ArrayList<>(0)));
            }
            Stretch stretch = stretches.get(stretches.size() - 1);
            boolean leavesByException = anyMayThrow(first, end);
            Arrays.fill(blockAt, first, end, blocks.size());
            blocks.add(new Block(blocks.size(), first, end, stretch, new ArrayList<>(2), leavesByException ? stretch.handlers() : List.of()));
            first = end;
        }
    }

    private boolean anyMayThrow(int first, int end) {
        for (int i = first; i < end; i++) {
            if (mayThrow(insns[i])) {
                return true;
            }
        }
        return false;
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

    private void cover(TryCatchBlockNode range) {
        for (int i = blockOf(range.start).stretch().index(); i < blockOf(range.end).stretch().index(); i++) {
            stretches.get(i).ranges().add(range);
        }
    }

    private void connectHandlers(Stretch stretch) {
        for (TryCatchBlockNode range : stretch.ranges()) {
            stretch.handlers().add(blockOf(range.handler));
            if (view.hidesNext(range)) {
                break;
            }
        }
    }
}
