package org.asyncjava.transformer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.asyncjava.transformer.testing.RandomCode;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** What the analyses say of variables is what is found by going every way through random code. */
class RandomVariablesTest {
    private static final int METHODS = 300;

    /** A place that is reached, with the variable in question available or not. */
    private record Reached(AbstractInsnNode insn, boolean available) {
    }

    @Test
    void aVariableIsLiveWhereSomeWayReadsIt() {
        for (int seed = 0; seed < METHODS; seed++) {
            MethodNode method = RandomCode.method(new Random(seed));
            Liveness liveness = Liveness.of(method, Retention.LIVE, insn -> true);
            for (AbstractInsnNode insn : method.instructions) {
                for (int slot = 0; slot < RandomCode.SLOTS; slot++) {
                    assertThat(liveness.before(insn).get(slot)).as("seed %s, instruction %s, slot %s", seed, method.instructions.indexOf(insn), slot)
                            .isEqualTo(isRead(method, insn, slot));
                }
            }
        }
    }

    private static boolean isRead(MethodNode method, AbstractInsnNode start, int slot) {
        Set<AbstractInsnNode> known = new HashSet<>(Set.of(start));
        Deque<AbstractInsnNode> open = new ArrayDeque<>(known);
        Consumer<AbstractInsnNode> reach = next -> {
            if (known.add(next)) {
                open.add(next);
            }
        };
        while (!open.isEmpty()) {
            AbstractInsnNode insn = open.pop();
            if (insn instanceof IincInsnNode increment && increment.var == slot
                    || insn instanceof VarInsnNode variable && variable.var == slot && insn.getOpcode() == Opcodes.ILOAD) {
                return true;
            }
            RandomCode.handlers(method, insn).forEach(reach);
            if (!stores(insn, slot)) {
                RandomCode.successors(insn).forEach(reach);
            }
        }
        return false;
    }

    @Test
    void aVariableIsAvailableWhereEveryWayHasStoredItAndNoAwaitHasDroppedIt() {
        for (int seed = 0; seed < METHODS; seed++) {
            Random random = new Random(seed);
            MethodNode method = RandomCode.method(random);
            Map<AbstractInsnNode, BitSet> kept = awaits(method, random);
            Availability availability = Availability.of(method, new BitSet(), kept);
            for (int slot = 0; slot < RandomCode.SLOTS; slot++) {
                Set<Reached> reached = reached(method, kept, slot);
                for (AbstractInsnNode insn : method.instructions) {
                    boolean without = reached.contains(new Reached(insn, false));
                    if (without || reached.contains(new Reached(insn, true))) {
                        int index = method.instructions.indexOf(insn);
                        boolean available = availability.changes(slot).stream().filter(change -> change.index() <= index)
                                .reduce((first, last) -> last).filter(Availability.Change::available).isPresent();
                        assertThat(available).as("seed %s, instruction %s, slot %s", seed, index, slot).isEqualTo(!without);
                    }
                }
            }
        }
    }

    /** Some array loads stand for awaits. */
    private static Map<AbstractInsnNode, BitSet> awaits(MethodNode method, Random random) {
        Map<AbstractInsnNode, BitSet> kept = new IdentityHashMap<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.IALOAD) {
                kept.put(insn, BitSet.valueOf(new long[] {random.nextInt(1 << RandomCode.SLOTS)}));
            }
        }
        return kept;
    }

    private static Set<Reached> reached(MethodNode method, Map<AbstractInsnNode, BitSet> kept, int slot) {
        Set<Reached> known = new HashSet<>(Set.of(new Reached(method.instructions.getFirst(), false)));
        Deque<Reached> open = new ArrayDeque<>(known);
        Consumer<Reached> reach = next -> {
            if (known.add(next)) {
                open.add(next);
            }
        };
        while (!open.isEmpty()) {
            Reached at = open.pop();
            boolean used = at.available && (!kept.containsKey(at.insn) || kept.get(at.insn).get(slot));
            RandomCode.handlers(method, at.insn).forEach(handler -> reach.accept(new Reached(handler, used)));
            RandomCode.successors(at.insn).forEach(next -> reach.accept(new Reached(next, used || stores(at.insn, slot))));
        }
        return known;
    }

    private static boolean stores(AbstractInsnNode insn, int slot) {
        return insn instanceof VarInsnNode variable && variable.var == slot && insn.getOpcode() == Opcodes.ISTORE;
    }
}
