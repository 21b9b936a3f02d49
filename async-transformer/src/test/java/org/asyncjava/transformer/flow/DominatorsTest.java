package org.asyncjava.transformer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** What is found fast is what is found by taking one place after the other out of the code. */
class DominatorsTest {
    private static final int PLACES = 24;

    @Test
    void ofRandomCode() {
        for (int seed = 0; seed < 400; seed++) {
            FlowGraph graph = FlowGraph.asExecuted(method(new Random(seed)));
            Dominators dominators = Dominators.of(graph);
            BitSet all = reachable(graph, null);
            for (FlowGraph.Block through : graph.blocks()) {
                BitSet elsewhere = reachable(graph, through);
                for (FlowGraph.Block place : graph.blocks()) {
                    boolean expected = all.get(through.index()) && all.get(place.index()) && !elsewhere.get(place.index());
                    assertThat(dominators.dominates(through, place)).as("seed %s: %s through %s", seed, place.index(), through.index()).isEqualTo(expected);
                }
            }
        }
    }

    /** Jumps, returns and try ranges as no compiler writes them. */
    private static MethodNode method(Random random) {
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "m", "()V", null, null);
        LabelNode[] labels = new LabelNode[PLACES];
        for (int i = 0; i < PLACES; i++) {
            labels[i] = new LabelNode();
            method.instructions.add(labels[i]);
            int kind = random.nextInt(8);
            if (kind < 3) {
                method.instructions.add(new InsnNode(Opcodes.ICONST_0));
                method.instructions.add(new JumpInsnNode(kind == 0 ? Opcodes.GOTO : Opcodes.IFEQ, new LabelNode()));
            } else {
                method.instructions.add(new InsnNode(kind == 3 ? Opcodes.ATHROW : kind == 4 ? Opcodes.RETURN : kind == 5 ? Opcodes.IALOAD : Opcodes.NOP));
            }
        }
        method.instructions.add(new InsnNode(Opcodes.RETURN));
        method.instructions.forEach(insn -> {
            if (insn instanceof JumpInsnNode jump) {
                jump.label = labels[random.nextInt(PLACES)];
            }
        });
        for (int i = random.nextInt(6); i > 0; i--) {
            int start = random.nextInt(PLACES - 1);
            int end = start + 1 + random.nextInt(PLACES - 1 - start);
            method.tryCatchBlocks.add(new TryCatchBlockNode(labels[start], labels[end], labels[random.nextInt(PLACES)],
                    random.nextBoolean() ? null : "java/lang/Exception"));
        }
        return method;
    }

    private static BitSet reachable(FlowGraph graph, FlowGraph.Block avoided) {
        BitSet reached = new BitSet();
        Deque<FlowGraph.Block> pending = new ArrayDeque<>();
        pending.push(graph.blocks().get(0));
        while (!pending.isEmpty()) {
            FlowGraph.Block block = pending.pop();
            if (block != avoided && !reached.get(block.index())) {
                reached.set(block.index());
                pending.addAll(block.successors());
                pending.addAll(block.handlers());
            }
        }
        return reached;
    }
}
