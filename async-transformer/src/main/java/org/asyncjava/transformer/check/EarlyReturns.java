package org.asyncjava.transformer.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.flow.Effect;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The calls whose results a method returns as they are, where something is to be done when it is left.
 *
 * <p>Compilers keep what is returned in a variable without a name while the code of a {@code finally} runs, which is outside of what it guards. Without debug
 * information that looks the same as a variable that is assigned within a {@code try} and returned behind it, which comes to the same.
 */
final class EarlyReturns {
    private final MethodNode method;
    private final Callees callees;
    private final ControlFlow control;

    private EarlyReturns(MethodNode method, Callees callees) {
        this.method = method;
        this.callees = callees;
        this.control = new ControlFlow(method);
    }

    static List<MethodInsnNode> in(MethodNode method, Callees callees) {
        return new EarlyReturns(method, callees).find();
    }

    private List<MethodInsnNode> find() {
        List<MethodInsnNode> found = new ArrayList<>();
        List<MethodInsnNode> others = new ArrayList<>();
        boolean releases = false;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call) {
                releases |= callees.effect(call, Locks.ALL) == Effect.RELEASES;
                if (callees.asyncResult(call).isPresent() && isReturned(call)) {
                    (guards(call).isEmpty() ? others : found).add(call);
                }
            }
        }
        if (releases && !others.isEmpty()) {
            InstructionFlow flow = InstructionFlow.of(method, call -> callees.effect(call, Locks.ALL));
            others.stream().filter(flow::mayBeTakenAt).forEach(found::add);
        }
        return found;
    }

    private List<TryCatchBlockNode> guards(AbstractInsnNode instruction) {
        return control.covering(control.index(instruction)).stream().filter(block -> !leavesMonitor(block.handler)).toList();
    }

    /** Whether a handler is that of {@code synchronized}. */
    private static boolean leavesMonitor(LabelNode handler) {
        AbstractInsnNode keep = Opcode.after(handler);
        AbstractInsnNode load = keep == null || keep.getOpcode() != Opcodes.ASTORE ? keep : Opcode.after(keep);
        AbstractInsnNode exit = load == null || load.getOpcode() != Opcodes.ALOAD ? null : Opcode.after(load);
        return exit != null && exit.getOpcode() == Opcodes.MONITOREXIT;
    }

    private boolean isReturned(MethodInsnNode call) {
        AbstractInsnNode user = user(call);
        if (user == null || user.getOpcode() != Opcodes.ASTORE) {
            return user != null && user.getOpcode() == Opcodes.ARETURN;
        }
        VarInsnNode store = (VarInsnNode) user;
        return !isNamed(store) && isReturnedLater(store, guards(call));
    }

    /** What takes a value from the stack: behind casts, and behind the way from a part of an expression to its end. */
    private AbstractInsnNode user(AbstractInsnNode producer) {
        AbstractInsnNode next = Opcode.after(producer);
        while (next != null && (next.getOpcode() == Opcodes.CHECKCAST || isForward(next))) {
            next = Opcode.after(next instanceof JumpInsnNode jump ? jump.label : next);
        }
        return next;
    }

    private boolean isForward(AbstractInsnNode instruction) {
        return instruction.getOpcode() == Opcodes.GOTO && control.index(((JumpInsnNode) instruction).label) > control.index(instruction);
    }

    private boolean isNamed(VarInsnNode store) {
        int next = control.index(store) + 1;
        return method.localVariables != null && method.localVariables.stream().anyMatch(variable -> variable.index == store.var
                && control.index(variable.start) <= next && control.index(variable.end) > next);
    }

    /** Whether a variable is loaded and returned where some of the guards are behind. */
    private boolean isReturnedLater(VarInsnNode store, List<TryCatchBlockNode> guards) {
        BitSet seen = new BitSet();
        Deque<Integer> pending = new ArrayDeque<>(control.successors(control.index(store)));
        while (!pending.isEmpty()) {
            int index = pending.pop();
            AbstractInsnNode instruction = method.instructions.get(index);
            boolean isOwn = instruction instanceof VarInsnNode variable && variable.var == store.var;
            AbstractInsnNode user = isOwn && instruction.getOpcode() == Opcodes.ALOAD ? user(instruction) : null;
            if (user != null && user.getOpcode() == Opcodes.ARETURN && !control.covering(index).containsAll(guards)) {
                return true;
            }
            if (!seen.get(index) && !(isOwn && instruction.getOpcode() != Opcodes.ALOAD)) {
                seen.set(index);
                pending.addAll(control.successors(index));
            }
        }
        return false;
    }
}
