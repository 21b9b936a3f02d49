package org.asyncjava.transformer.check;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.rules.CatchSite;
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
    private final MethodNode method;
    private final ControlFlow flow;
    private final Map<LabelNode, String> swallowing = new LinkedHashMap<>();
    private final Map<LabelNode, Boolean> rethrowing = new HashMap<>();
    private Dominators dominators;

    private CatchClauses(MethodNode method) {
        this.method = method;
        this.flow = new ControlFlow(method);
    }

    /** Handlers that do not rethrow, each with the type by which it catches cancellation, with dots. */
    static Map<LabelNode, String> swallowingCancellation(MethodNode method) {
        CatchClauses clauses = new CatchClauses(method);
        for (AbstractInsnNode instruction : method.instructions) {
            if (Markers.isAwait(instruction)) {
                clauses.around(instruction);
            }
        }
        return clauses.swallowing;
    }

    private void around(AbstractInsnNode await) {
        TryCatchBlockNode passedOnBy = null;
        for (TryCatchBlockNode block : flow.covering(flow.index(await))) {
            String type = block.type == null ? "" : block.type.replace('/', '.');
            if (passedOnBy != null && isOfSameTry(block, passedOnBy)) {
                continue;
            }
            if (type.equals(CatchSite.CANCELLATION)) {
                return;
            }
            if (CatchSite.BROAD.contains(type)) {
                if (!rethrows(block.handler)) {
                    swallowing.put(block.handler, type);
                    return;
                }
                passedOnBy = block;
            }
        }
    }

    private static boolean isOfSameTry(TryCatchBlockNode one, TryCatchBlockNode other) {
        return one.start == other.start && one.end == other.end;
    }

    private boolean rethrows(LabelNode handler) {
        return rethrowing.computeIfAbsent(handler, this::leadsToFailure);
    }

    /** Whether the code that only this handler leads to throws something or makes a failed result; true of one that is never reached. */
    private boolean leadsToFailure(LabelNode handler) {
        int entry = flow.index(handler);
        if (!dominators().dominates(entry, entry)) {
            return true;
        }
        BitSet own = new BitSet();
        Deque<Integer> pending = new ArrayDeque<>(List.of(entry));
        while (!pending.isEmpty()) {
            int index = pending.pop();
            if (own.get(index) || !dominators().dominates(entry, index)) {
                continue;
            }
            if (passesOn(method.instructions.get(index))) {
                return true;
            }
            own.set(index);
            pending.addAll(flow.successors(index));
        }
        return false;
    }

    private Dominators dominators() {
        if (dominators == null) {
            dominators = Dominators.of(flow);
        }
        return dominators;
    }

    private static boolean passesOn(AbstractInsnNode instruction) {
        return instruction.getOpcode() == Opcodes.ATHROW
                || instruction instanceof MethodInsnNode call && CatchSite.FAILURES.contains(call.name);
    }
}
