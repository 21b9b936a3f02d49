package org.asyncjava.transformer.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.asyncjava.rules.flow.Effect;
import org.asyncjava.rules.flow.Flow;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The {@link Flow} of a method's instructions, each of which is a place. As for sources it is calls that throw, and whatever a
 * {@code try} begins with.
 */
final class InstructionFlow {
    private static final Set<Integer> BOOLEANS = Set.of(Opcodes.ICONST_0, Opcodes.ICONST_1);

    private final MethodNode method;
    private final ControlFlow control;
    private final Function<MethodInsnNode, Effect> effects;
    private final Flow flow = new Flow();
    private final BitSet begins = new BitSet();

    private InstructionFlow(MethodNode method, Function<MethodInsnNode, Effect> effects) {
        this.method = method;
        this.control = new ControlFlow(method);
        this.effects = effects;
    }

    /**
     * The flow of a method, followed.
     *
     * @param effects what its calls do
     */
    static InstructionFlow of(MethodNode method, Function<MethodInsnNode, Effect> effects) {
        InstructionFlow result = new InstructionFlow(method, effects);
        result.findBegins();
        for (AbstractInsnNode instruction : method.instructions) {
            result.flow.place(result.effect(instruction));
        }
        for (int index = 0; index < method.instructions.size(); index++) {
            result.connect(index);
        }
        result.flow.follow(0);
        return result;
    }

    boolean mayBeTakenAt(AbstractInsnNode instruction) {
        return flow.mayBeTakenAt(control.index(instruction));
    }

    boolean isTakenAt(AbstractInsnNode instruction) {
        return flow.isTakenAt(control.index(instruction));
    }

    /** A try statement is cut into several ranges where compilers copied its {@code finally}. */
    private void findBegins() {
        Map<LabelNode, Integer> first = new HashMap<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            first.merge(block.handler, control.index(block.start), Math::min);
        }
        first.values().forEach(begins::set);
    }

    private Effect effect(AbstractInsnNode instruction) {
        if (!(instruction instanceof MethodInsnNode call)) {
            return Effect.NONE;
        }
        Effect effect = effects.apply(call);
        AbstractInsnNode next = Opcode.after(call);
        while (next != null && next.getOpcode() == Opcodes.CHECKCAST) {
            next = Opcode.after(next);
        }
        boolean fetches = effect == Effect.NONE && next instanceof MethodInsnNode user && effects.apply(user) == Effect.RELEASES;
        return fetches ? Effect.FETCHES : effect;
    }

    private void connect(int index) {
        AbstractInsnNode instruction = method.instructions.get(index);
        boolean throwsHere = instruction instanceof MethodInsnNode || instruction.getOpcode() == Opcodes.ATHROW || begins.get(index);
        if (throwsHere) {
            control.handlersCovering(index).forEach(handler -> flow.fail(index, handler));
        }
        int taken = instruction instanceof JumpInsnNode branch && isTried(branch) ? whereTrue(branch, index) : -1;
        for (int next : control.successors(index)) {
            if (next == taken) {
                flow.goTaken(index, next);
            } else {
                flow.go(index, next);
            }
        }
    }

    private boolean isTried(JumpInsnNode branch) {
        return (branch.getOpcode() == Opcodes.IFEQ || branch.getOpcode() == Opcodes.IFNE)
                && Opcode.before(branch) instanceof MethodInsnNode call && effects.apply(call) == Effect.TRIES && !makesBoolean(branch);
    }

    private int whereTrue(JumpInsnNode branch, int index) {
        return branch.getOpcode() == Opcodes.IFEQ ? index + 1 : control.index(branch.label);
    }

    /** Whether a branch makes a value, as of {@code !lock.tryLock()}, instead of deciding where to go: one constant here and the other there. */
    private static boolean makesBoolean(JumpInsnNode branch) {
        AbstractInsnNode here = Opcode.after(branch);
        AbstractInsnNode there = Opcode.after(branch.label);
        return here instanceof InsnNode && there instanceof InsnNode && BOOLEANS.contains(here.getOpcode()) && BOOLEANS.contains(there.getOpcode())
                && here.getOpcode() != there.getOpcode() && Opcode.after(here) instanceof JumpInsnNode end && end.getOpcode() == Opcodes.GOTO;
    }
}
