package org.asyncjava.transformer.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.asyncjava.rules.Callee;
import org.asyncjava.rules.LockCall;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Where a method may hold a {@code java.util.concurrent.locks.Lock}: on some path there, the last call of one was {@code lock()}. Which
 * of several locks it is does not matter.
 */
final class HeldLocks {
    private static final int FREE = 1;
    private static final int HELD = 2;
    private static final Set<Integer> BOOLEANS = Set.of(Opcodes.ICONST_0, Opcodes.ICONST_1);

    private final MethodNode method;
    private final ControlFlow flow;
    private final Function<MethodInsnNode, Callee> callees;
    private final int[] states;
    private final Deque<Integer> pending = new ArrayDeque<>();

    private HeldLocks(MethodNode method, Function<MethodInsnNode, Callee> callees) {
        this.method = method;
        this.flow = new ControlFlow(method);
        this.callees = callees;
        this.states = new int[method.instructions.size()];
    }

    static HeldLocks of(MethodNode method, Function<MethodInsnNode, Callee> callees) {
        HeldLocks result = new HeldLocks(method, callees);
        result.reach(0, FREE);
        while (!result.pending.isEmpty()) {
            result.follow(result.pending.pop());
        }
        return result;
    }

    boolean mayBeHeldAt(AbstractInsnNode instruction) {
        return (states[flow.index(instruction)] & HELD) != 0;
    }

    private void follow(int index) {
        flow.handlers(index).forEach(handler -> reach(handler, states[index]));
        int after = after(method.instructions.get(index), states[index]);
        OptionalInt taken = whereLocked(index);
        flow.successors(index).forEach(next -> reach(next, taken.isPresent() && taken.getAsInt() == next ? HELD : after));
    }

    /** Where a branch goes on if {@code tryLock()}, which it asks for, was true. */
    private OptionalInt whereLocked(int index) {
        AbstractInsnNode branch = method.instructions.get(index);
        if (branch.getOpcode() != Opcodes.IFEQ && branch.getOpcode() != Opcodes.IFNE
                || !(Opcode.before(branch) instanceof MethodInsnNode call) || !LockCall.tries(call.name)
                || makesBoolean(branch) || !callees.apply(call).types().contains(LockCall.TYPE)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(branch.getOpcode() == Opcodes.IFEQ ? index + 1 : flow.index(((JumpInsnNode) branch).label));
    }

    /** Whether a branch makes a value, as of {@code !lock.tryLock()}, instead of deciding where to go. */
    private static boolean makesBoolean(AbstractInsnNode branch) {
        AbstractInsnNode next = Opcode.after(branch);
        return next != null && BOOLEANS.contains(next.getOpcode());
    }

    private int after(AbstractInsnNode instruction, int before) {
        if (!(instruction instanceof MethodInsnNode call) || !(LockCall.acquires(call.name) || LockCall.releases(call.name))) {
            return before;
        }
        if (!callees.apply(call).types().contains(LockCall.TYPE)) {
            return before;
        }
        return LockCall.acquires(call.name) ? HELD : FREE;
    }

    /** What has been seen is only ever added to, so this ends. */
    private void reach(int index, int state) {
        if ((states[index] | state) != states[index]) {
            states[index] |= state;
            pending.push(index);
        }
    }
}
