package org.asyncjava.transformer.plan;

import org.asyncjava.transformer.analysis.MethodFacts;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * The local variable slots of the resumable body.
 *
 * <p>The machine is the first parameter, behind {@code this}: generated code reads it more often than anything else, and the slots up to 3
 * are those that instructions of a single byte reach. Everything else moves up by one. A method that overwrites slot 0 gets a copy of
 * {@code this} behind all other slots.
 *
 * @param machine the slot that holds the machine
 * @param self the slot that holds {@code this} throughout, in an instance method
 * @param scratch a slot that nothing else uses
 */
public record BodySlots(int machine, int self, int scratch) {
    private static final int NONE = -1;

    static BodySlots of(MethodFacts facts) {
        MethodNode method = facts.method();
        int moved = Math.max(method.maxLocals, facts.entry().size()) + 1;
        if ((method.access & Opcodes.ACC_STATIC) != 0) {
            return new BodySlots(0, NONE, moved);
        }
        return facts.thisIsFixed() ? new BodySlots(1, 0, moved) : new BodySlots(1, moved, moved + 1);
    }

    /**
     * The slot of the body for a slot of the normal form.
     *
     * @param slot of the normal form
     * @return where its variable is in the body
     */
    public int of(int slot) {
        return slot < machine ? slot : slot + 1;
    }

    /**
     * Tells whether {@link #self()} is a copy that the body has to make first.
     *
     * @return true if so
     */
    public boolean copiesSelf() {
        return self > 0;
    }

    @Override
    public String toString() {
        return "machine in slot " + machine + (copiesSelf() ? ", this in slot " + self : "");
    }
}
