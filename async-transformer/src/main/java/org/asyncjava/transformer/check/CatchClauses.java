package org.asyncjava.transformer.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.asyncjava.rules.CatchSite;
import org.asyncjava.transformer.flow.Dominators;
import org.asyncjava.transformer.flow.FlowGraph;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The catch clauses of a method in which the cancellation of one of its awaits can end.
 *
 * <p>Of the clauses around an await, from the innermost outwards, those that rethrow pass cancellation on, and the first one that names
 * {@code CancellationException} deals with it.
 */
final class CatchClauses {
    private final FlowGraph graph;
    private final Map<LabelNode, String> swallowing = new LinkedHashMap<>();
    private final Map<LabelNode, Boolean> rethrowing = new HashMap<>();
    private Dominators dominators;

    private CatchClauses(MethodNode method) {
        this.graph = FlowGraph.asExecuted(method);
    }

    /** Handlers that do not rethrow, each with the type by which it catches cancellation, with dots. */
    static Map<LabelNode, String> swallowingCancellation(MethodNode method) {
        CatchClauses clauses = new CatchClauses(method);
        for (AbstractInsnNode instruction : method.instructions) {
            if (Markers.isAwait(instruction) || Markers.isEach(instruction)) {
                clauses.around(instruction);
            }
        }
        return clauses.swallowing;
    }

    private void around(AbstractInsnNode await) {
        TryCatchBlockNode passedOnBy = null;
        for (TryCatchBlockNode range : graph.blockOf(await).stretch().ranges()) {
            String type = range.type == null ? "" : range.type.replace('/', '.');
            if (passedOnBy != null && isOfSameTry(range, passedOnBy)) {
                continue;
            }
            if (type.equals(CatchSite.CANCELLATION)) {
                return;
            }
            if (CatchSite.BROAD.contains(type)) {
                if (!rethrowing.computeIfAbsent(range.handler, this::rethrows)) {
                    swallowing.put(range.handler, type);
                    return;
                }
                passedOnBy = range;
            }
        }
    }

    private static boolean isOfSameTry(TryCatchBlockNode one, TryCatchBlockNode other) {
        return one.start == other.start && one.end == other.end;
    }

    /** Whether the code that only this handler leads to throws something or makes a failed result; true of one that is never reached. */
    private boolean rethrows(LabelNode handler) {
        if (dominators == null) {
            dominators = Dominators.of(graph);
        }
        FlowGraph.Block entry = graph.blockOf(handler);
        return !dominators.dominates(entry, entry)
                || graph.reachedFrom(entry, block -> dominators.dominates(entry, block)).stream().anyMatch(this::passesOn);
    }

    private boolean passesOn(FlowGraph.Block block) {
        return Arrays.stream(graph.insns(), block.first(), block.end()).anyMatch(instruction -> instruction.getOpcode() == Opcodes.ATHROW
                || instruction instanceof MethodInsnNode call && CatchSite.FAILURES.contains(call.name));
    }
}
