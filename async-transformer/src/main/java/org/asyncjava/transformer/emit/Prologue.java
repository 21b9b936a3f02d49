package org.asyncjava.transformer.emit;

import java.util.Arrays;
import java.util.List;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.plan.BodySlots;
import org.asyncjava.transformer.plan.Restoration;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes the code in front of the user's: the dispatch on the machine's state, and what restores the values of each state. */
final class Prologue {
    private final StateMachine machine;
    private final RuntimeAbi abi;
    private final BodySlots slots;
    private final Frames frames;
    private final Spiller spiller;
    private final MachineMethods methods;

    Prologue(Emission emission) {
        this.machine = emission.machine();
        this.abi = emission.abi();
        this.slots = machine.body().slots();
        this.frames = emission.frames();
        this.spiller = emission.spiller();
        this.methods = emission.methods();
    }

    /**
     * Writes dispatch and restorations.
     *
     * @param suspensions all awaits by state
     * @param first where a call that has not been suspended begins
     * @param code written to
     */
    void write(List<Suspension> suspensions, LabelNode first, InsnList code) {
        LabelNode[] restores = new LabelNode[suspensions.size()];
        InsnList restorations = new InsnList();
        for (Restoration restoration : machine.storage().restorations()) {
            LabelNode label = suspensions.get(restoration.representative().number() - 1).restoration();
            for (State state : restoration.states()) {
                restores[state.number() - 1] = label;
            }
            restorations.add(label);
            restorations.add(frames.atDispatch());
            restore(restoration, suspensions, restorations);
        }
        code.add(new VarInsnNode(Opcodes.ALOAD, slots.machine()));
        code.add(abi.state());
        if (restores.length == 1) {
            code.add(new InsnNode(Opcodes.ICONST_1));
            code.add(new JumpInsnNode(Opcodes.IF_ICMPNE, first));
        } else {
            code.add(new TableSwitchInsnNode(1, restores.length, first, restores));
        }
        code.add(restorations);
    }

    /** Puts the values back, pushes the operand and jumps to the await. Taking the operand may change the state, so that is read first. */
    private void restore(Restoration restoration, List<Suspension> suspensions, InsnList code) {
        State state = restoration.representative();
        for (Spill spill : state.locals()) {
            if (!machine.entry().passes(spill)) {
                spiller.restoreLocal(spill, code);
            }
        }
        if (restoration.isShared()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, slots.machine()));
            code.add(abi.state());
            code.add(new VarInsnNode(Opcodes.ISTORE, slots.scratch()));
        }
        for (Spill spill : state.stack()) {
            spiller.restore(spill, code);
        }
        code.add(new VarInsnNode(Opcodes.ALOAD, slots.machine()));
        code.add(methods.take());
        if (restoration.isShared()) {
            code.add(new VarInsnNode(Opcodes.ILOAD, slots.scratch()));
            code.add(resumptions(restoration, suspensions));
        } else {
            code.add(new JumpInsnNode(Opcodes.GOTO, suspensions.get(state.number() - 1).resumption()));
        }
    }

    /** The smaller of the two switches. */
    private static AbstractInsnNode resumptions(Restoration restoration, List<Suspension> suspensions) {
        int[] keys = new int[restoration.states().size()];
        LabelNode[] labels = new LabelNode[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = restoration.states().get(i).number();
            labels[i] = suspensions.get(keys[i] - 1).resumption();
        }
        int range = keys[keys.length - 1] - keys[0] + 1;
        if (range > 2 * keys.length) {
            return new LookupSwitchInsnNode(labels[0], keys, labels);
        }
        LabelNode[] table = new LabelNode[range];
        Arrays.fill(table, labels[0]);
        for (int i = 0; i < keys.length; i++) {
            table[keys[i] - keys[0]] = labels[i];
        }
        return new TableSwitchInsnNode(keys[0], keys[keys.length - 1], labels[0], table);
    }
}
