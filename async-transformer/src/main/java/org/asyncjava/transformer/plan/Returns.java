package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds out what a method returns where. */
final class Returns {
    private final MachineKind machine;
    private final RuntimeAbi abi;

    private Returns(MachineKind machine) {
        this.machine = machine;
        this.abi = machine.abi();
    }

    /**
     * Looks at all returns.
     *
     * @param code of a method in normal form
     * @param machine what its machine is
     * @return its returns in code order
     */
    static List<Return> of(InsnList code, MachineKind machine) {
        Returns returns = new Returns(machine);
        List<Return> found = new ArrayList<>();
        for (AbstractInsnNode insn : code) {
            if (Instructions.isReturn(insn)) {
                found.add(returns.of(insn));
            }
        }
        return List.copyOf(found);
    }

    private Return of(AbstractInsnNode insn) {
        return switch (machine) {
            case ENTRY -> new Return(insn, Optional.empty(), Return.Kind.PLAIN);
            case GENERATOR, ASYNC_GENERATOR -> new Return(insn, Optional.empty(), Return.Kind.END);
            case COLD, HOT, HOT_SUBCLASS, HOT_SUBCLASS_DETACHED -> ofResult(insn);
        };
    }

    private Return ofResult(AbstractInsnNode areturn) {
        if (producerBefore(areturn) instanceof MethodInsnNode call && kind(call) != Return.Kind.OTHER) {
            return new Return(areturn, Optional.of(call), kind(call));
        }
        return new Return(areturn, Optional.empty(), Return.Kind.OTHER);
    }

    private Return.Kind kind(MethodInsnNode call) {
        if (call.getOpcode() == Opcodes.INVOKESTATIC && abi.isValueFactory(call)) {
            return Return.Kind.VALUE;
        }
        if (call.getOpcode() == Opcodes.INVOKESTATIC && abi.isVoidFactory(call)) {
            return Return.Kind.VOID;
        }
        return machine.isCold() || call.name.equals("<init>") ? Return.Kind.OTHER : Return.Kind.TAIL;
    }

    /** The instruction right before, over labels, lines and the probe that JaCoCo puts before a return; null at a join. */
    private static AbstractInsnNode producerBefore(AbstractInsnNode insn) {
        AbstractInsnNode previous = insn.getPrevious();
        while (previous != null && !Instructions.isReal(previous)) {
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
