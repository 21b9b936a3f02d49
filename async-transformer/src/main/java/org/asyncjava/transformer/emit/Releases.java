package org.asyncjava.transformer.emit;

import java.util.LinkedHashSet;
import java.util.Set;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.plan.MachineField;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.StateMachine;
import org.asyncjava.transformer.plan.Staying;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes the code by which a machine lets go of what it holds. */
final class Releases {
    private final StateMachine machine;
    private final Staying staying;
    private final MachineMethods methods;
    private final RuntimeAbi abi;

    Releases(Emission emission) {
        this.machine = emission.machine();
        this.staying = machine.storage().staying();
        this.methods = emission.methods();
        this.abi = emission.abi();
    }

    /** {@code machine.field = null...}, of the machine in a slot. */
    void clear(int machineSlot, Iterable<MachineField> fields, InsnList code) {
        for (MachineField field : fields) {
            clear(machineSlot, field, code);
        }
    }

    /** {@code machine.field = null}, of the machine in a slot. */
    void clear(int machineSlot, MachineField field, InsnList code) {
        code.add(new VarInsnNode(Opcodes.ALOAD, machineSlot));
        code.add(new InsnNode(Opcodes.ACONST_NULL));
        code.add(new FieldInsnNode(Opcodes.PUTFIELD, machine.name(), field.name(), field.descriptor()));
    }

    /** {@code this.parameter = null...}: those that a state needs no longer. */
    void dropAt(State state, int machineSlot, InsnList code) {
        clear(machineSlot, staying.dropped(state), code);
    }

    /** {@code if (suspended) return; self = null; parameter = null...}: behind the call of the body. */
    void releaseAtEnd(InsnList code) {
        if (!staying.holdsObjects()) {
            return;
        }
        if (!machine.states().isEmpty()) {
            LabelNode ended = new LabelNode();
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            code.add(abi.state());
            jumpIfEnded(ended, code);
            code.add(new InsnNode(Opcodes.RETURN));
            code.add(ended);
            code.add(new FrameNode(Opcodes.F_NEW, 1, new Object[] {machine.name()}, 0, new Object[0]));
        }
        releaseStaying(code);
    }

    /** The state of what has ended is no suspension point's: 0 or less, or larger than any. */
    private void jumpIfEnded(LabelNode ended, InsnList code) {
        if (machine.identity().kind().isGenerator()) {
            code.add(new JumpInsnNode(Opcodes.IFLE, ended));
        } else {
            code.add(new IntInsnNode(Opcodes.SIPUSH, machine.states().size()));
            code.add(new JumpInsnNode(Opcodes.IF_ICMPGT, ended));
        }
    }

    private void releaseStaying(InsnList code) {
        if (staying.self()) {
            clear(0, methods.self(), code);
        }
        clear(0, staying.references(), code);
    }

    /** Tells whether a machine needs {@link #release}. */
    boolean isReleased() {
        return staying.holdsObjects() || !arguments().isEmpty();
    }

    /** {@code self = null; parameter = null...}: what the end of the body, or a first run of it, would have let go of. */
    void release(InsnList code) {
        releaseStaying(code);
        clear(0, arguments(), code);
        code.add(new InsnNode(Opcodes.RETURN));
    }

    private Set<MachineField> arguments() {
        Set<MachineField> arguments = new LinkedHashSet<>(machine.entry().storedReferences());
        for (MachineField field : staying.references()) {
            arguments.remove(field);
        }
        return arguments;
    }
}
