package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.plan.Entry;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * The local variable slots of the resumable body.
 *
 * <p>Parameters stay where they were; the machine follows them, and a copy of {@code this} where the method overwrites slot 0; everything
 * else moves up by that much. So a debugger sees parameters as arguments, and the machine is an argument too.
 */
final class Slots {
    private final int parameters;
    private final int inserted;
    private final int afterLast;
    private final int arrival;

    private Slots(int parameters, int inserted, int afterLast, int arrival) {
        this.parameters = parameters;
        this.inserted = inserted;
        this.afterLast = afterLast;
        this.arrival = arrival;
    }

    /**
     * The slots of a machine's body.
     *
     * @param machine the plan
     * @return its slots
     */
    static Slots of(StateMachine machine) {
        MethodNode method = machine.facts().method();
        int parameters = machine.entry().types().size();
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        int inserted = isStatic || machine.facts().thisIsFixed() ? 1 : 2;
        int arrival = machine.entry().form() == Entry.Form.ARGUMENTS ? parameters : isStatic ? 0 : 1;
        return new Slots(parameters, inserted, Math.max(method.maxLocals, parameters) + inserted, arrival);
    }

    /** The slot of the body for a slot of the normal form. */
    int of(int slot) {
        return slot < parameters ? slot : slot + inserted;
    }

    /** The slot that holds the machine. */
    int machine() {
        return parameters;
    }

    /** The slot in which the machine arrives as an argument. */
    int arrival() {
        return arrival;
    }

    /** The slot that holds {@code this} throughout, in an instance method. */
    int self() {
        return inserted == 1 ? 0 : parameters + 1;
    }

    /** Whether {@link #self()} is a copy that the method has to make first. */
    boolean copiesSelf() {
        return inserted == 2;
    }

    /** A slot that nothing else uses. */
    int scratch() {
        return afterLast;
    }
}
