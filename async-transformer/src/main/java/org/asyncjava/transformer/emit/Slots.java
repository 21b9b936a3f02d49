package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * The local variable slots of the resumable body.
 *
 * <p>The machine is the first parameter, behind {@code this}: generated code reads it more often than anything else, and the slots up to 3
 * are those that instructions of a single byte reach. Everything else moves up by one. A method that overwrites slot 0 gets a copy of
 * {@code this} behind all other slots.
 */
final class Slots {
    private final int machine;
    private final int self;
    private final int afterLast;

    private Slots(int machine, int self, int afterLast) {
        this.machine = machine;
        this.self = self;
        this.afterLast = afterLast;
    }

    /**
     * The slots of a machine's body.
     *
     * @param machine the plan
     * @return its slots
     */
    static Slots of(StateMachine machine) {
        MethodNode method = machine.facts().method();
        int moved = Math.max(method.maxLocals, machine.entry().types().size()) + 1;
        if ((method.access & Opcodes.ACC_STATIC) != 0) {
            return new Slots(0, -1, moved);
        }
        return machine.facts().thisIsFixed() ? new Slots(1, 0, moved) : new Slots(1, moved, moved + 1);
    }

    /** The slot of the body for a slot of the normal form. */
    int of(int slot) {
        return slot < machine ? slot : slot + 1;
    }

    /** The slot that holds the machine. */
    int machine() {
        return machine;
    }

    /** The slot that holds {@code this} throughout, in an instance method. */
    int self() {
        return self;
    }

    /** Whether {@link #self()} is a copy that the method has to make first. */
    boolean copiesSelf() {
        return self > 0;
    }

    /** A slot that nothing else uses. */
    int scratch() {
        return afterLast;
    }
}
