package org.asyncjava.transformer.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * An analysis along the ways that a method can take: at each place what is so on all of them from its start.
 *
 * @param <S> what is known at a place
 */
public final class Forward<S> {
    private final FlowGraph graph;
    private final Analysis<S> analysis;
    private final List<S> atStart;
    private final WorkList work = new WorkList();

    private Forward(FlowGraph graph, Analysis<S> analysis) {
        this.graph = graph;
        this.analysis = analysis;
        this.atStart = new ArrayList<>(Collections.nCopies(graph.blocks().size(), null));
    }

    /**
     * Follows a method.
     *
     * @param graph its code
     * @param analysis what its instructions do
     * @param <S> what is known at a place
     * @return the answers
     */
    public static <S> Forward<S> of(FlowGraph graph, Analysis<S> analysis) {
        Forward<S> forward = new Forward<>(graph, analysis);
        if (!graph.blocks().isEmpty()) {
            forward.reach(graph.blocks().get(0), analysis.initial());
        }
        for (FlowGraph.Block block = forward.work.next(); block != null; block = forward.work.next()) {
            forward.follow(block);
        }
        return forward;
    }

    /**
     * What is known where a block begins.
     *
     * @param block the block
     * @return its state; null if it is never reached
     */
    public S atStart(FlowGraph.Block block) {
        return atStart.get(block.index());
    }

    /**
     * What is known before instructions.
     *
     * @param points selects them
     * @return their states, without those that are never reached
     */
    public Map<AbstractInsnNode, S> before(Predicate<AbstractInsnNode> points) {
        Map<AbstractInsnNode, S> answers = new IdentityHashMap<>();
        for (FlowGraph.Block block : graph.blocks()) {
            S state = atStart(block);
            for (int i = block.first(); state != null && i < block.end(); i++) {
                AbstractInsnNode insn = graph.insns()[i];
                if (points.test(insn)) {
                    answers.put(insn, state);
                }
                state = analysis.def(insn, analysis.use(insn, state));
            }
        }
        return answers;
    }

    private void follow(FlowGraph.Block block) {
        S state = atStart(block);
        S thrown = null;
        S lastUsed = null;
        for (int i = block.first(); i < block.end(); i++) {
            AbstractInsnNode insn = graph.insns()[i];
            S used = analysis.use(insn, state);
            if (used != lastUsed && !block.handlers().isEmpty() && graph.mayThrow(insn)) {
                thrown = thrown == null ? used : analysis.join(thrown, used);
                lastUsed = used;
            }
            state = analysis.def(insn, used);
        }
        for (FlowGraph.Block successor : block.successors()) {
            reach(successor, state);
        }
        for (FlowGraph.Block handler : block.handlers()) {
            reach(handler, thrown);
        }
    }

    private void reach(FlowGraph.Block block, S state) {
        S before = atStart(block);
        S after = before == null ? state : analysis.join(before, state);
        if (!after.equals(before)) {
            atStart.set(block.index(), after);
            work.add(block);
        }
    }
}
