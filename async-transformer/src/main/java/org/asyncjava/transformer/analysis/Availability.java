package org.asyncjava.transformer.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.transformer.flow.Analysis;
import org.asyncjava.transformer.flow.FlowGraph;
import org.asyncjava.transformer.flow.Forward;
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

    private Availability(FlowGraph graph, Stores stores) {
        Forward<BitSet> solution = Forward.of(graph, stores);
        AbstractInsnNode[] insns = graph.insns();
        BitSet current = new BitSet();
        for (FlowGraph.Block block : graph.blocks()) {
            BitSet atStart = solution.atStart(block) == null ? new BitSet() : solution.atStart(block);
            record(current, atStart, block.first(), insns[block.first()]);
            current = atStart;
            for (int i = block.first(); i < block.end(); i++) {
                BitSet after = stores.def(insns[i], stores.use(insns[i], current));
                boolean atAwait = stores.keptAt.containsKey(insns[i]) || i + 1 == insns.length;
                record(current, after, i + 1, atAwait ? insns[i] : insns[i + 1]);
                current = after;
            }
        }
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
        return new Availability(FlowGraph.asVerified(method), new Stores(atEntry, keptAt));
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

    private void record(BitSet before, BitSet after, int index, AbstractInsnNode at) {
        if (before != after) {
            BitSet changed = (BitSet) before.clone();
            changed.xor(after);
            for (int slot = changed.nextSetBit(0); slot >= 0; slot = changed.nextSetBit(slot + 1)) {
                if (!changes.containsKey(slot)) {
                    changes.put(slot, new ArrayList<>());
                }
                changes.get(slot).add(new Change(index, at, after.get(slot)));
            }
        }
    }

    /** Slots become available where they are stored to, and cease to be at an await, also if it fails. */
    private record Stores(BitSet initial, Map<AbstractInsnNode, BitSet> keptAt) implements Analysis<BitSet> {
        @Override
        public BitSet use(AbstractInsnNode insn, BitSet available) {
            BitSet kept = keptAt.get(insn);
            return kept == null ? available : join(available, kept);
        }

        @Override
        public BitSet def(AbstractInsnNode insn, BitSet available) {
            return insn instanceof VarInsnNode variable && insn.getOpcode() >= Opcodes.ISTORE ? SlotSet.with(available, variable.var) : available;
        }

        @Override
        public BitSet join(BitSet one, BitSet other) {
            BitSet both = (BitSet) one.clone();
            both.and(other);
            return both;
        }
    }
}
