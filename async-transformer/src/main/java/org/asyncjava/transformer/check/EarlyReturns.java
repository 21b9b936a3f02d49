package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.flow.Effect;
import org.asyncjava.transformer.flow.FlowGraph;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.normal.EachLoop;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The calls whose results a method returns as they are, where something is to be done when it is left. */
final class EarlyReturns {
    private final MethodNode method;
    private final Callees callees;
    private final FlowGraph graph;
    private final Set<AbstractInsnNode> loops;

    private EarlyReturns(MethodNode method, Callees callees) {
        this.method = method;
        this.callees = callees;
        this.graph = FlowGraph.asExecuted(method);
        this.loops = EachLoop.bodies(method);
    }

    static List<MethodInsnNode> in(MethodNode method, Callees callees) {
        return new EarlyReturns(method, callees).find();
    }

    private List<MethodInsnNode> find() {
        List<MethodInsnNode> calls = StreamSupport.stream(method.instructions.spliterator(), false)
                .filter(MethodInsnNode.class::isInstance).map(MethodInsnNode.class::cast).toList();
        List<MethodInsnNode> asyncCalls = calls.stream().filter(call -> callees.asyncResult(call).isPresent()).toList();
        List<MethodInsnNode> found = new ArrayList<>(asyncCalls.stream().filter(this::isGuarded).toList());
        if (found.size() < asyncCalls.size() && calls.stream().anyMatch(call -> callees.effect(call, Locks.ALL) == Effect.RELEASES)) {
            InstructionFlow flow = InstructionFlow.of(method, call -> callees.effect(call, Locks.ALL));
            asyncCalls.stream().filter(call -> !isGuarded(call) && flow.mayBeTakenAt(call)).forEach(found::add);
        }
        if (found.isEmpty()) {
            return found;
        }
        Set<AbstractInsnNode> returned = ReturnedValues.of(method);
        found.removeIf(call -> !returned.contains(call));
        return found;
    }

    private boolean isGuarded(MethodInsnNode call) {
        return loops.contains(call) || graph.blockOf(call).stretch().ranges().stream().anyMatch(range -> !leavesMonitor(range.handler));
    }

    /** Whether a handler is that of {@code synchronized}. */
    private static boolean leavesMonitor(LabelNode handler) {
        AbstractInsnNode keep = Instructions.next(handler);
        AbstractInsnNode load = keep == null || keep.getOpcode() != Opcodes.ASTORE ? keep : Instructions.next(keep);
        AbstractInsnNode exit = load == null || load.getOpcode() != Opcodes.ALOAD ? null : Instructions.next(load);
        return exit != null && exit.getOpcode() == Opcodes.MONITOREXIT;
    }
}
