package org.asyncjava.transformer.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * An analysis against the ways that a method can take: at each place what is so on some of them to its ends.
 *
 * @param <S> what is known at a place
 */
public final class Backward<S> {
    private final FlowGraph graph;
    private final Analysis<S> analysis;
    private final List<S> atStart;
    private final Map<AbstractInsnNode, S> answers = new IdentityHashMap<>();

    private Backward(FlowGraph graph, Analysis<S> analysis) {
        this.graph = graph;
        this.analysis = analysis;
        this.atStart = new ArrayList<>(Collections.nCopies(graph.blocks().size(), analysis.initial()));
    }

    /**
     * What is known before instructions.
     *
     * @param graph a method's code
     * @param analysis what its instructions do
     * @param points selects instructions, frames or labels
     * @param <S> what is known at a place
     * @return their states, also of those that are never reached
     */
    public static <S> Map<AbstractInsnNode, S> before(FlowGraph graph, Analysis<S> analysis, Predicate<AbstractInsnNode> points) {
        Backward<S> backward = new Backward<>(graph, analysis);
        backward.solve();
        backward.answer(points);
        return backward.answers;
    }

    private void solve() {
        List<List<FlowGraph.Block>> predecessors = predecessors();
        WorkList work = new WorkList();
        for (int i = graph.blocks().size() - 1; i >= 0; i--) {
            work.add(graph.blocks().get(i));
        }
        for (FlowGraph.Block block = work.next(); block != null; block = work.next()) {
            S state = follow(block, null);
            if (!state.equals(atStart.get(block.index()))) {
                atStart.set(block.index(), state);
                for (FlowGraph.Block predecessor : predecessors.get(block.index())) {
                    work.add(predecessor);
                }
            }
        }
    }

    private void answer(Predicate<AbstractInsnNode> points) {
        for (FlowGraph.Block block : graph.blocks()) {
            follow(block, points);
        }
    }

    /** Over exceptional edges too. */
    private List<List<FlowGraph.Block>> predecessors() {
        List<List<FlowGraph.Block>> predecessors = new ArrayList<>(graph.blocks().size());
        for (int i = 0; i < graph.blocks().size(); i++) {
            predecessors.add(new ArrayList<>(2));
        }
        for (FlowGraph.Block block : graph.blocks()) {
            for (FlowGraph.Block successor : block.successors()) {
                predecessors.get(successor.index()).add(block);
            }
            for (FlowGraph.Block handler : block.handlers()) {
                predecessors.get(handler.index()).add(block);
            }
        }
        return predecessors;
    }

    /** Notes the states at some points, unless there are none yet. An exception may leave the block before any of its instructions has defined something. */
    private S follow(FlowGraph.Block block, Predicate<AbstractInsnNode> points) {
        S inHandlers = atStart(block.handlers());
        S state = analysis.join(atStart(block.successors()), inHandlers);
        for (int i = block.end() - 1; i >= block.first(); i--) {
            AbstractInsnNode insn = graph.insns()[i];
            S undone = analysis.def(insn, state);
            boolean handlersMayMissIt = undone != state && !block.handlers().isEmpty();
            state = analysis.use(insn, handlersMayMissIt ? analysis.join(undone, inHandlers) : undone);
            if (points != null && points.test(insn)) {
                answers.put(insn, state);
            }
        }
        return state;
    }

    private S atStart(List<FlowGraph.Block> blocks) {
        S state = analysis.initial();
        for (FlowGraph.Block block : blocks) {
            state = analysis.join(state, atStart.get(block.index()));
        }
        return state;
    }
}
