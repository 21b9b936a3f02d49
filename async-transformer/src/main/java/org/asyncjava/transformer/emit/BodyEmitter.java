package org.asyncjava.transformer.emit;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.asyncjava.transformer.plan.BodySignature;
import org.asyncjava.transformer.plan.BodySlots;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the resumable body: a copy of the user's code under the user's method name, which can be entered again at each await.
 *
 * <pre>
 *   dispatch on the machine's state
 *   restore 1..n: live values from the machine, then jump to the await       (no line number: before the first line)
 *   start: the user's code; each await suspends or goes on, each return completes the machine
 * </pre>
 */
final class BodyEmitter {
    private final Emission emission;
    private final StateMachine machine;
    private final BodySlots slots;
    private final CodeCopy copy;
    private final InsnList code;
    private final AwaitExpansion expansion;
    private final List<Suspension> suspensions;

    private BodyEmitter(Emission emission, List<Suspension> suspensions) {
        this.emission = emission;
        this.machine = emission.machine();
        this.slots = machine.body().slots();
        this.copy = CodeCopy.of(machine.facts().method().instructions);
        this.code = copy.code();
        this.expansion = new AwaitExpansion(emission);
        this.suspensions = suspensions;
    }

    /**
     * Writes the body.
     *
     * @param emission what is shared
     * @param suspensions all suspension points by state
     * @return the body
     */
    static MethodNode emit(Emission emission, List<Suspension> suspensions) {
        return new BodyEmitter(emission, suspensions).emit();
    }

    private MethodNode emit() {
        DebugTables debug = new DebugTables(machine, suspensions, copy);
        rewriteFrames();
        moveSlots();
        new ReturnRewriter(emission, copy).rewrite();
        expandAwaits();
        code.insert(prologue());
        BodySignature signature = machine.body().signature();
        MethodNode body = new MethodNode(Opcodes.ASM9, signature.access(), signature.name(), signature.descriptor(), null, null);
        body.instructions = code;
        body.tryCatchBlocks = TryRanges.of(machine.body().handlers(), suspensions, copy);
        debug.write(body);
        return body;
    }

    private void rewriteFrames() {
        for (Map.Entry<AbstractInsnNode, BitSet> live : machine.facts().liveAtFrames().entrySet()) {
            FrameNode frame = (FrameNode) copy.of(live.getKey());
            code.set(frame, emission.frames().rewritten(frame, live.getValue()));
        }
    }

    private void moveSlots() {
        for (AbstractInsnNode insn : code) {
            if (insn instanceof VarInsnNode variable) {
                variable.var = slots.of(variable.var);
            } else if (insn instanceof IincInsnNode increment) {
                increment.var = slots.of(increment.var);
            }
        }
    }

    private void expandAwaits() {
        for (Suspension suspension : suspensions) {
            AbstractInsnNode await = copy.of(suspension.state().point().await().call());
            code.insertBefore(await, expansion.atAwait(suspension));
            code.remove(await);
        }
    }

    private InsnList prologue() {
        InsnList prologue = new InsnList();
        if (slots.copiesSelf()) {
            prologue.add(new VarInsnNode(Opcodes.ALOAD, 0));
            prologue.add(new VarInsnNode(Opcodes.ASTORE, slots.self()));
        }
        LabelNode first = new LabelNode();
        if (!suspensions.isEmpty()) {
            dispatch(first, prologue);
        }
        prologue.add(first);
        restoreParameters(prologue);
        if (machine.needsFrameAtStart()) {
            prologue.add(emission.frames().atStart());
        }
        return prologue;
    }

    private void dispatch(LabelNode first, InsnList prologue) {
        new Prologue(emission).write(suspensions, first, prologue);
        for (Suspension suspension : suspensions) {
            if (!suspension.isInline()) {
                prologue.add(expansion.tailInFront(suspension));
            }
        }
    }

    private void restoreParameters(InsnList prologue) {
        List<Spill> restored = machine.entry().restored();
        boolean clears = machine.storage().clearsAtEntry();
        if (restored.isEmpty() && !clears) {
            return;
        }
        if (!suspensions.isEmpty()) {
            prologue.add(emission.frames().atDispatch());
        }
        for (Spill spill : restored) {
            emission.spiller().restoreLocal(spill, prologue);
        }
        if (clears) {
            prologue.add(new VarInsnNode(Opcodes.ALOAD, slots.machine()));
            prologue.add(emission.methods().clear());
        }
    }
}
