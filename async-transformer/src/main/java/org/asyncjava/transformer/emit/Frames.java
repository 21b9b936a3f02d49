package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.asyncjava.transformer.analysis.SlotType;
import org.asyncjava.transformer.plan.BodySlots;
import org.asyncjava.transformer.plan.Entry;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;

/** Writes the stack map frames of a body: only what is live, and the machine in its slot. */
final class Frames {
    private final StateMachine machine;
    private final BodySlots slots;

    Frames(StateMachine machine) {
        this.machine = machine;
        this.slots = machine.body().slots();
    }

    /** The frame at the beginning of the user's code, where all parameters are in their slots. */
    FrameNode atStart() {
        List<Object> locals = emptyLocals();
        List<SlotType> types = machine.entry().types();
        if (machine.entry().form() == Entry.Form.ARGUMENTS) {
            setTypes(locals, types);
        } else {
            for (Spill spill : machine.entry().stored()) {
                set(locals, spill);
            }
        }
        return frame(locals, List.of());
    }

    /** The frame where a resumed body begins to restore: arguments as they were passed. */
    FrameNode atDispatch() {
        List<Object> locals = emptyLocals();
        if (machine.entry().form() == Entry.Form.ARGUMENTS) {
            setTypes(locals, machine.entry().types());
        }
        return frame(locals, List.of());
    }

    /** The frame around the suspension of a state: live locals, and the operand on top of the stack. */
    FrameNode atSuspension(State state) {
        List<Object> locals = emptyLocals();
        for (Spill spill : state.locals()) {
            set(locals, spill);
        }
        List<Object> stack = new ArrayList<>();
        for (Spill spill : state.stack()) {
            stack.add(spill.type().frameValue());
        }
        stack.add("java/lang/Object");
        return frame(locals, stack);
    }

    /** A frame of the normal form, without what is dead and with slots moved. */
    FrameNode rewritten(FrameNode original, BitSet live) {
        List<Object> locals = emptyLocals();
        int slot = 0;
        for (Object type : original.local) {
            boolean fixedThis = slot == 0 && machine.facts().thisIsFixed();
            if (!fixedThis && live.get(slot)) {
                set(locals, slots.of(slot), type);
            }
            slot += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
        }
        return frame(locals, original.stack);
    }

    /** What is there in every frame: {@code this} and the machine. */
    private List<Object> emptyLocals() {
        List<Object> locals = new ArrayList<>(Collections.nCopies(slots.machine() + 1, Opcodes.TOP));
        set(locals, slots.machine(), machine.name());
        if (!machine.isStatic()) {
            set(locals, slots.self(), machine.owner());
        }
        return locals;
    }

    private void setTypes(List<Object> locals, List<SlotType> types) {
        for (int slot = 0; slot < types.size(); slot++) {
            if (types.get(slot).size() > 0) {
                set(locals, slots.of(slot), types.get(slot).frameValue());
            }
        }
    }

    private void set(List<Object> locals, Spill spill) {
        set(locals, slots.of(spill.position()), spill.type().frameValue());
    }

    private static void set(List<Object> locals, int slot, Object type) {
        while (locals.size() <= slot) {
            locals.add(Opcodes.TOP);
        }
        locals.set(slot, type);
    }

    private static FrameNode frame(List<Object> bySlot, List<Object> stack) {
        List<Object> locals = new ArrayList<>();
        for (int slot = 0; slot < bySlot.size(); slot++) {
            Object type = bySlot.get(slot);
            locals.add(type);
            if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
                slot++;
            }
        }
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
    }
}
