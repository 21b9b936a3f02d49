package org.asyncjava.transformer.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Where local variable slots hold the user's value on every path, also on one that was resumed: what a debugger may show.
 *
 * <p>A slot is available from a store on, and no longer after an await that does not keep it.
 */
public final class Availability {
    private final FlowGraph graph;
    private final Map<AbstractInsnNode, BitSet> keptAt;
    private final BitSet[] availableIn;
    private final Map<Integer, List<Change>> changes = new HashMap<>();

    /**
     * A place in code order where a slot begins or ceases to be available.
     *
     * @param index position of the instruction before which that is so
     * @param at that instruction; the await itself where an await ends the availability
     * @param available which of the two
     */
    public record Change(int index, AbstractInsnNode at, boolean available) {
    }

    private Availability(FlowGraph graph, Map<AbstractInsnNode, BitSet> keptAt) {
        this.graph = graph;
        this.keptAt = keptAt;
        this.availableIn = new BitSet[graph.blocks().size()];
    }

    /**
     * Computes where slots are available.
     *
     * @param method in normal form
     * @param atEntry slots that have their value at entry
     * @param keptAt slots that are kept, by await
     * @return the answers
     */
    public static Availability of(MethodNode method, BitSet atEntry, Map<AbstractInsnNode, BitSet> keptAt) {
        Availability availability = new Availability(FlowGraph.of(method), keptAt);
        availability.solve(atEntry);
        availability.collectChanges();
        return availability;
    }

    /**
     * Where the availability of a slot changes, in code order. At first no slot is available.
     *
     * @param slot the slot
     * @return its changes
     */
    public List<Change> changes(int slot) {
        return changes.getOrDefault(slot, List.of());
    }

    private void solve(BitSet atEntry) {
        Deque<FlowGraph.Block> work = new ArrayDeque<>();
        flow(graph.blocks().get(0), atEntry, work);
        while (!work.isEmpty()) {
            FlowGraph.Block block = work.removeFirst();
            BitSet current = (BitSet) availableIn[block.index()].clone();
            BitSet throughout = (BitSet) current.clone();
            for (int i = block.first(); i < block.end(); i++) {
                step(graph.insns()[i], current);
                throughout.and(current);
            }
            block.successors().forEach(successor -> flow(successor, current, work));
            block.handlers().forEach(handler -> flow(handler, throughout, work));
        }
    }

    private void flow(FlowGraph.Block target, BitSet available, Deque<FlowGraph.Block> work) {
        BitSet before = availableIn[target.index()];
        BitSet after = (BitSet) available.clone();
        if (before != null) {
            after.and(before);
        }
        if (!after.equals(before)) {
            availableIn[target.index()] = after;
            work.addLast(target);
        }
    }

    private void step(AbstractInsnNode insn, BitSet available) {
        if (insn instanceof VarInsnNode variable && insn.getOpcode() >= Opcodes.ISTORE) {
            available.set(variable.var);
        } else if (keptAt.containsKey(insn)) {
            available.and(keptAt.get(insn));
        }
    }

    private void collectChanges() {
        BitSet current = new BitSet();
        for (FlowGraph.Block block : graph.blocks()) {
            BitSet atStart = availableIn[block.index()] == null ? new BitSet() : (BitSet) availableIn[block.index()].clone();
            record(current, atStart, block.first(), graph.insns()[block.first()]);
            current = atStart;
            for (int i = block.first(); i < block.end(); i++) {
                BitSet before = (BitSet) current.clone();
                AbstractInsnNode insn = graph.insns()[i];
                step(insn, current);
                if (!before.equals(current)) {
                    boolean atAwait = keptAt.containsKey(insn) || i + 1 == graph.insns().length;
                    record(before, current, i + 1, atAwait ? insn : graph.insns()[i + 1]);
                }
            }
        }
    }

    private void record(BitSet before, BitSet after, int index, AbstractInsnNode at) {
        BitSet changed = (BitSet) before.clone();
        changed.xor(after);
        changed.stream().forEach(slot -> changes.computeIfAbsent(slot, any -> new ArrayList<>()).add(new Change(index, at, after.get(slot))));
    }
}
