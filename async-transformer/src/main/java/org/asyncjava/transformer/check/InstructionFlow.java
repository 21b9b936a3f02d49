package org.asyncjava.transformer.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.asyncjava.rules.flow.Effect;
import org.asyncjava.rules.flow.Flow;
import org.asyncjava.transformer.flow.FlowGraph;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The {@link Flow} of a method's instructions, each of which is a place. As for sources it is calls that throw, and whatever a
 * {@code try} begins with.
 */
final class InstructionFlow {
    private final FlowGraph graph;
    private final Function<MethodInsnNode, Effect> effects;
    private final Flow flow = new Flow();
    private final BitSet begins = new BitSet();

    private InstructionFlow(MethodNode method, Function<MethodInsnNode, Effect> effects) {
        this.graph = FlowGraph.asExecuted(method);
        this.effects = effects;
    }

    /**
     * The flow of a method, followed.
     *
     * @param effects what its calls do
     */
    static InstructionFlow of(MethodNode method, Function<MethodInsnNode, Effect> effects) {
        InstructionFlow result = new InstructionFlow(method, effects);
        result.findBegins(method);
        for (AbstractInsnNode instruction : result.graph.insns()) {
            result.flow.place(result.effect(instruction));
        }
        result.graph.blocks().forEach(result::connect);
        result.flow.follow(0);
        return result;
    }

    boolean mayBeTakenAt(AbstractInsnNode instruction) {
        return flow.mayBeTakenAt(graph.indexOf(instruction));
    }

    boolean isTakenAt(AbstractInsnNode instruction) {
        return flow.isTakenAt(graph.indexOf(instruction));
    }

    /** A try statement is cut into several ranges where compilers copied its {@code finally}. */
    private void findBegins(MethodNode method) {
        Map<LabelNode, Integer> first = new HashMap<>();
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            first.merge(range.handler, graph.indexOf(range.start), Math::min);
        }
        first.values().forEach(begins::set);
    }

    private Effect effect(AbstractInsnNode instruction) {
        if (!(instruction instanceof MethodInsnNode call)) {
            return Effect.NONE;
        }
        Effect effect = effects.apply(call);
        AbstractInsnNode next = Instructions.next(call);
        while (next != null && next.getOpcode() == Opcodes.CHECKCAST) {
            next = Instructions.next(next);
        }
        boolean fetches = effect == Effect.NONE && next instanceof MethodInsnNode user && effects.apply(user) == Effect.RELEASES;
        return fetches ? Effect.FETCHES : effect;
    }

    private void connect(FlowGraph.Block block) {
        int last = block.end() - 1;
        for (int index = block.first(); index <= last; index++) {
            if (mayFail(index)) {
                fail(index, block);
            }
            if (index < last) {
                flow.go(index, index + 1);
            }
        }
        int taken = TriedBranch.whereTaken(graph.insns()[last], effects).map(graph::indexOf).orElse(-1);
        for (FlowGraph.Block next : block.successors()) {
            if (next.first() == taken) {
                flow.goTaken(last, next.first());
            } else {
                flow.go(last, next.first());
            }
        }
    }

    private boolean mayFail(int index) {
        AbstractInsnNode instruction = graph.insns()[index];
        return instruction instanceof MethodInsnNode || instruction.getOpcode() == Opcodes.ATHROW || begins.get(index);
    }

    private void fail(int index, FlowGraph.Block block) {
        for (FlowGraph.Block handler : block.stretch().handlers()) {
            flow.fail(index, handler.first());
        }
    }
}
