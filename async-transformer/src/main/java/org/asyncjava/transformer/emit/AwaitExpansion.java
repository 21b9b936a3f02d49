package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.analysis.AwaitCall;
import org.asyncjava.transformer.plan.BodySlots;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.State.SaveCall;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes the code that stands for one suspension point. */
final class AwaitExpansion {
    private final StateMachine machine;
    private final RuntimeAbi abi;
    private final MachineMethods methods;
    private final BodySlots slots;
    private final Frames frames;
    private final Spiller spiller;

    AwaitExpansion(Emission emission) {
        this.machine = emission.machine();
        this.abi = emission.abi();
        this.methods = emission.methods();
        this.slots = machine.body().slots();
        this.frames = emission.frames();
        this.spiller = emission.spiller();
    }

    /**
     * {@code operand -> result}: {@code if (pending(operand)) { save; return; } result(operand)}.
     *
     * @param suspension the await
     * @return the code in its place
     */
    InsnList atAwait(Suspension suspension) {
        AwaitCall.Operand operand = suspension.state().point().await().operand();
        InsnList code = new InsnList();
        code.add(suspension.await());
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ALOAD, slots.machine()));
        code.add(pending(operand));
        if (suspension.isInline()) {
            code.add(new JumpInsnNode(Opcodes.IFEQ, suspension.resumption()));
            code.add(tail(suspension));
        } else {
            code.add(new JumpInsnNode(Opcodes.IFNE, suspension.tail().start()));
        }
        code.add(suspension.resumption());
        code.add(frames.atSuspension(suspension.state()));
        code.add(result(operand));
        return code;
    }

    private MethodInsnNode pending(AwaitCall.Operand operand) {
        return switch (operand) {
            case STAGE -> abi.stagePending();
            case AWAITABLE -> abi.pending();
            case ELEMENT -> abi.emitting();
        };
    }

    private MethodInsnNode result(AwaitCall.Operand operand) {
        return switch (operand) {
            case STAGE -> abi.stageResult();
            case AWAITABLE -> abi.result();
            case ELEMENT -> abi.emitted();
        };
    }

    /**
     * The code that suspends at an await, where it stands in front.
     *
     * @param suspension an await whose tail is not inline
     * @return code for the prologue
     */
    InsnList tailInFront(Suspension suspension) {
        InsnList tail = tail(suspension);
        tail.insert(suspension.tail().start(), frames.atSuspension(suspension.state()));
        return tail;
    }

    /** {@code stack values, operand ->}: saves everything and leaves the body. */
    private InsnList tail(Suspension suspension) {
        State state = suspension.state();
        InsnList code = new InsnList();
        code.add(suspension.tail().start());
        if (state.saves().size() > 1) {
            saveInParts(state, code);
        } else {
            saveCall(state.saves().get(0), code);
        }
        code.add(new InsnNode(machine.isCold() ? Opcodes.RETURN : Opcodes.ARETURN));
        code.add(suspension.tail().end());
        return code;
    }

    private void saveInParts(State state, InsnList code) {
        code.add(new VarInsnNode(Opcodes.ASTORE, slots.scratch()));
        if (!machine.isCold()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, slots.machine()));
            code.add(methods.orNew());
            code.add(new VarInsnNode(Opcodes.ASTORE, slots.machine()));
        }
        for (SaveCall call : state.saves()) {
            if (call.suspends()) {
                code.add(new VarInsnNode(Opcodes.ALOAD, slots.scratch()));
            }
            saveCall(call, code);
        }
    }

    private void saveCall(SaveCall call, InsnList code) {
        code.add(new VarInsnNode(Opcodes.ALOAD, slots.machine()));
        if (methods.takesSelf(call)) {
            code.add(new VarInsnNode(Opcodes.ALOAD, slots.self()));
        }
        for (Spill spill : call.locals()) {
            spiller.load(spill, code);
        }
        code.add(methods.save(call));
    }
}
