package org.asyncjava.transformer.normal;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.asyncjava.transformer.flow.FlowGraph;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Finds the handlers that throw the very exception that they have caught, on every path. */
final class Rethrows extends SourceInterpreter {
    /** Stands for whatever a method was given. */
    private static final AbstractInsnNode GIVEN = new LabelNode();

    private final MethodNode method;
    private final FlowGraph graph;
    private Frame<SourceValue>[] frames;

    private Rethrows(MethodNode method) {
        super(Opcodes.ASM9);
        this.method = method;
        this.graph = FlowGraph.asExecuted(method);
    }

    /**
     * Looks at all handlers.
     *
     * @param method not changed
     * @return those that do, by their labels; none where the code cannot be followed
     */
    static Set<LabelNode> of(MethodNode method) {
        return new Rethrows(method).find();
    }

    private Set<LabelNode> find() {
        try {
            frames = new Analyzer<>(this).analyze("a/Class", method);
        } catch (AnalyzerException damaged) {
            return Set.of();
        }
        Set<LabelNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            if (rethrows(range)) {
                found.add(range.handler);
            }
        }
        return found;
    }

    /** Whether all that can follow ends with that throw: nothing returns, and nothing goes back into the range. */
    private boolean rethrows(TryCatchBlockNode range) {
        Set<FlowGraph.Block> seen = new HashSet<>();
        Deque<FlowGraph.Block> open = new ArrayDeque<>(List.of(graph.blockOf(range.handler)));
        FlowGraph.Block guarded = graph.blockOf(range.start);
        boolean isThrown = false;
        while (!open.isEmpty()) {
            FlowGraph.Block block = open.pop();
            if (!seen.add(block)) {
                continue;
            }
            AbstractInsnNode last = graph.insns()[block.end() - 1];
            if (leadsTo(range.handler, block) || Instructions.isReturn(last) || last.getOpcode() == Opcodes.ATHROW && !throwsCaught(last, range.handler)) {
                return false;
            }
            isThrown |= last.getOpcode() == Opcodes.ATHROW;
            open.addAll(block.successors());
            block.stretch().ranges().stream().map(inner -> inner.handler).filter(inner -> !leadsTo(inner, guarded)).map(graph::blockOf).forEach(open::add);
        }
        return isThrown;
    }

    /** Whether a handler catches what a block throws. One that catches what the range itself throws is around it: what it catches has left the range's handler. */
    private static boolean leadsTo(LabelNode handler, FlowGraph.Block block) {
        return block.stretch().ranges().stream().anyMatch(range -> range.handler == handler);
    }

    private boolean throwsCaught(AbstractInsnNode athrow, LabelNode handler) {
        Frame<SourceValue> frame = frames[graph.indexOf(athrow)];
        return frame != null && frame.getStack(frame.getStackSize() - 1).insns.equals(Set.of(handler));
    }

    /** Parameters come from somewhere too: what may be one of them is not what was caught. */
    @Override
    public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
        return new SourceValue(type.getSize(), GIVEN);
    }

    /** What is caught comes from the handler. */
    @Override
    public SourceValue newExceptionValue(TryCatchBlockNode range, Frame<SourceValue> frame, Type exception) {
        return new SourceValue(1, range.handler);
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode insn, SourceValue value) {
        return insn.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(insn, value);
    }

    /** A copy is the value itself. */
    @Override
    public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
        return value;
    }
}
