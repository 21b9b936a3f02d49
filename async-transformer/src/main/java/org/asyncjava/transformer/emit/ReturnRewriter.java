package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.plan.StateMachine;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes the body's returns complete the machine.
 *
 * <p>{@code return Coroutine.of(v)} hands {@code v} to the machine without making the value coroutine; {@code completedFuture(v)}
 * likewise. Any other expression is followed by the runtime.
 */
final class ReturnRewriter {
    private final StateMachine machine;
    private final RuntimeAbi abi;
    private final Slots slots;

    ReturnRewriter(StateMachine machine, RuntimeAbi abi, Slots slots) {
        this.machine = machine;
        this.abi = abi;
        this.slots = slots;
    }

    /**
     * Rewrites all returns.
     *
     * @param code the body, changed in place
     */
    void rewrite(InsnList code) {
        List<AbstractInsnNode> returns = new ArrayList<>();
        for (AbstractInsnNode insn : code) {
            if (insn.getOpcode() == Opcodes.ARETURN) {
                returns.add(insn);
            }
        }
        returns.forEach(insn -> rewrite(code, insn));
    }

    private void rewrite(InsnList code, AbstractInsnNode areturn) {
        code.insertBefore(areturn, new VarInsnNode(Opcodes.ALOAD, slots.machine()));
        AbstractInsnNode producer = producerBefore(areturn.getPrevious());
        if (takesValue(code, producer)) {
            code.insertBefore(areturn, abi.complete());
        } else if (!machine.isCold() && isTailCall(producer)) {
            announceTailCall(code, (MethodInsnNode) producer);
            code.insertBefore(areturn, isSubclass() ? RuntimeAbi.finishOwnTail() : RuntimeAbi.finishTail());
            castToDeclared(code, areturn);
        } else {
            code.insertBefore(areturn, isSubclass() ? RuntimeAbi.finishOwn() : abi.finish());
            castToDeclared(code, areturn);
        }
        if (machine.isCold()) {
            code.set(areturn, new InsnNode(Opcodes.RETURN));
        }
    }

    private boolean isSubclass() {
        return machine.identity().kind().isSubclass();
    }

    private static boolean isTailCall(AbstractInsnNode producer) {
        return producer instanceof MethodInsnNode call && !call.name.equals("<init>");
    }

    /** Right before the call, when its arguments are on the stack: nothing of the user's happens in between. */
    private void announceTailCall(InsnList code, MethodInsnNode call) {
        code.insertBefore(call, new VarInsnNode(Opcodes.ALOAD, slots.machine()));
        code.insertBefore(call, new LdcInsnNode(call.name));
        code.insertBefore(call, RuntimeAbi.tailCall());
    }

    private void castToDeclared(InsnList code, AbstractInsnNode areturn) {
        ResultType.Kind kind = machine.result().kind();
        if (kind == ResultType.Kind.FUTURE) {
            code.insertBefore(areturn, new TypeInsnNode(Opcodes.CHECKCAST, ResultType.FUTURE));
        } else if (kind == ResultType.Kind.FUTURE_SUBCLASS) {
            code.insertBefore(areturn, new TypeInsnNode(Opcodes.CHECKCAST, machine.result().internalName()));
        }
    }

    /** Removes the call that made the returned object from a value, if that is what was just returned. */
    private boolean takesValue(InsnList code, AbstractInsnNode producer) {
        if (!(producer instanceof MethodInsnNode call) || call.getOpcode() != Opcodes.INVOKESTATIC) {
            return false;
        }
        if (abi.isValueFactory(call)) {
            code.remove(call);
            return true;
        }
        if (abi.isVoidFactory(call)) {
            code.set(call, new InsnNode(Opcodes.ACONST_NULL));
            return true;
        }
        return false;
    }

    /** The instruction right before, over labels, lines and the probe that JaCoCo puts before a return; null at a join. */
    private static AbstractInsnNode producerBefore(AbstractInsnNode insn) {
        AbstractInsnNode previous = insn.getPrevious();
        while (previous != null && previous.getOpcode() < 0) {
            if (previous instanceof FrameNode) {
                return null;
            }
            previous = previous.getPrevious();
        }
        return previous != null && previous.getOpcode() == Opcodes.BASTORE ? beforeProbe(previous) : previous;
    }

    /** {@code aload probes; push index; iconst_1; bastore} leaves the operand stack as it was. */
    private static AbstractInsnNode beforeProbe(AbstractInsnNode store) {
        AbstractInsnNode one = store.getPrevious();
        AbstractInsnNode index = one == null ? null : one.getPrevious();
        AbstractInsnNode array = index == null ? null : index.getPrevious();
        if (array == null || one.getOpcode() != Opcodes.ICONST_1 || array.getOpcode() != Opcodes.ALOAD || !isIntConstant(index)) {
            return store;
        }
        return producerBefore(array);
    }

    private static boolean isIntConstant(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        return opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5 || opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH
                || opcode == Opcodes.LDC;
    }
}
