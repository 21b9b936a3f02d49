package org.asyncjava.transformer.emit;

import java.util.List;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.plan.Entry;
import org.asyncjava.transformer.plan.MachineField;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.State;
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
 * Writes the resumable body: the user's code under the user's method name, which can be entered again at each await.
 *
 * <pre>
 *   dispatch on the machine's state
 *   restore 1..n: live values from the machine, then jump to the await       (no line number: before the first line)
 *   start: the user's code; each await suspends or goes on, each return completes the machine
 * </pre>
 */
final class BodyEmitter {
    private final StateMachine machine;
    private final MethodNode body;
    private final Slots slots;
    private final Frames frames;
    private final RuntimeAbi abi;
    private final AwaitExpansion expansion;
    private final List<Suspension> suspensions;

    private BodyEmitter(StateMachine machine) {
        this.machine = machine;
        this.body = withCodeOf(machine.facts().method(), ResumableBody.of(machine));
        this.slots = Slots.of(machine);
        this.frames = new Frames(machine, slots);
        this.abi = machine.isCold() ? RuntimeAbi.cold() : RuntimeAbi.hot();
        this.expansion = new AwaitExpansion(machine, abi, slots, frames);
        this.suspensions = machine.states().stream().map(Suspension::of).toList();
    }

    /**
     * Writes the body. It takes over the code of the normal form, which must not be used any more.
     *
     * @param machine the plan
     * @return the body
     */
    static MethodNode emit(StateMachine machine) {
        return new BodyEmitter(machine).emit();
    }

    private MethodNode emit() {
        DebugTables debug = DebugTables.of(machine, suspensions);
        debug.insertLabels(body.instructions);
        rewriteFrames();
        moveSlots();
        new ReturnRewriter(machine, abi, slots).rewrite(body.instructions);
        expandAwaits();
        body.instructions.insert(prologue());
        TryRanges.split(body, suspensions);
        debug.write(body, slots);
        return body;
    }

    private void rewriteFrames() {
        for (AbstractInsnNode insn : body.instructions.toArray()) {
            if (insn instanceof FrameNode frame) {
                body.instructions.set(frame, frames.rewritten(frame, machine.facts().liveAtFrames().get(frame)));
            }
        }
    }

    private void moveSlots() {
        for (AbstractInsnNode insn : body.instructions) {
            if (insn instanceof VarInsnNode variable) {
                variable.var = slots.of(variable.var);
            } else if (insn instanceof IincInsnNode increment) {
                increment.var = slots.of(increment.var);
            }
        }
    }

    private void expandAwaits() {
        for (Suspension suspension : suspensions) {
            AbstractInsnNode await = suspension.state().point().await().call();
            body.instructions.insertBefore(await, expansion.atAwait(suspension));
            body.instructions.remove(await);
        }
    }

    private InsnList prologue() {
        InsnList code = new InsnList();
        if (slots.copiesSelf()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            code.add(new VarInsnNode(Opcodes.ASTORE, slots.self()));
        }
        LabelNode first = new LabelNode();
        if (!suspensions.isEmpty()) {
            dispatch(first, code);
        }
        code.add(first);
        restoreParameters(code);
        if (!beginsWithFrame() && (machine.entry().form() == Entry.Form.MACHINE || !suspensions.isEmpty())) {
            code.add(frames.atStart());
        }
        return code;
    }

    private void dispatch(LabelNode first, InsnList code) {
        new Prologue(machine, abi, slots, frames).write(suspensions, first, code);
        for (Suspension suspension : suspensions) {
            if (!suspension.isInline()) {
                code.add(expansion.tailInFront(suspension));
            }
        }
    }

    private void restoreParameters(InsnList code) {
        List<Spill> restored = machine.entry().restored();
        List<MachineField> cleared = machine.clearedByBody();
        boolean clears = machine.entry().stored().stream().flatMap(spill -> spill.field().stream()).anyMatch(cleared::contains);
        if (restored.isEmpty() && !clears) {
            return;
        }
        if (!suspensions.isEmpty()) {
            code.add(frames.atDispatch());
        }
        Spiller spiller = new Spiller(machine, slots);
        restored.forEach(spill -> spiller.restoreLocal(spill, code));
        if (clears) {
            code.add(new VarInsnNode(Opcodes.ALOAD, slots.machine()));
            code.add(new MachineMethods(machine).clear());
        }
    }

    /** Whether the user's first instruction is a jump target, and so has a frame of its own. */
    private boolean beginsWithFrame() {
        for (AbstractInsnNode insn : body.instructions) {
            if (insn instanceof FrameNode) {
                return true;
            }
            if (insn.getOpcode() >= 0) {
                return false;
            }
        }
        return false;
    }

    private static MethodNode withCodeOf(MethodNode normalForm, ResumableBody signature) {
        MethodNode body = new MethodNode(Opcodes.ASM9, signature.access(), normalForm.name, signature.descriptor(), null, null);
        body.instructions = normalForm.instructions;
        body.tryCatchBlocks = normalForm.tryCatchBlocks;
        body.localVariables = normalForm.localVariables;
        body.visibleLocalVariableAnnotations = normalForm.visibleLocalVariableAnnotations;
        body.invisibleLocalVariableAnnotations = normalForm.invisibleLocalVariableAnnotations;
        return body;
    }
}
