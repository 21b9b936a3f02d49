package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.plan.BodySlots;
import org.asyncjava.transformer.plan.MachineField;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes the code that moves values between the body and the machine. */
final class Spiller {
    private final StateMachine machine;
    private final BodySlots slots;

    Spiller(StateMachine machine) {
        this.machine = machine;
        this.slots = machine.body().slots();
    }

    /** {@code -> value}: what the machine kept of a spilled value. */
    void restore(Spill spill, InsnList code) {
        if (spill.field().isEmpty()) {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
            return;
        }
        MachineField field = spill.field().get();
        code.add(new VarInsnNode(Opcodes.ALOAD, slots.machine()));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, machine.name(), field.name(), field.descriptor()));
        if (spill.needsCast()) {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, Type.getType(spill.type().descriptor()).getInternalName()));
        }
    }

    /** Puts a local variable back into its slot. */
    void restoreLocal(Spill spill, InsnList code) {
        restore(spill, code);
        code.add(new VarInsnNode(spill.type().storeOpcode(), slots.of(spill.position())));
    }

    /** {@code -> value}: a local variable of the body. */
    void load(Spill spill, InsnList code) {
        code.add(new VarInsnNode(spill.type().loadOpcode(), slots.of(spill.position())));
    }
}
