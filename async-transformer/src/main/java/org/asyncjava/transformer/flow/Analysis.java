package org.asyncjava.transformer.flow;

import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * What the instructions of a method do to something that is asked about it: which slots are read later, how many monitors are held.
 *
 * <p>An instruction uses first and defines afterwards, in between it may throw. A {@link Forward} analysis follows that order, a {@link Backward} one
 * the opposite.
 *
 * @param <S> what is known at a place; immutable, or not changed
 */
public interface Analysis<S> {
    /**
     * What is known where it begins.
     *
     * @return the state at the method's start; for one that goes backward, the state at each of its ends, which adds nothing to another one
     */
    S initial();

    /**
     * What an instruction does before it may throw.
     *
     * @param insn any instruction, label, frame or line number
     * @param state where it comes from
     * @return the state with that; the same object if nothing changes
     */
    default S use(AbstractInsnNode insn, S state) {
        return state;
    }

    /**
     * What an instruction does when it does not throw any more.
     *
     * @param insn any instruction, label, frame or line number
     * @param state where it comes from
     * @return the state with that; the same object if nothing changes
     */
    S def(AbstractInsnNode insn, S state);

    /**
     * What is known where two ways meet.
     *
     * @param one the state on one of them
     * @param other the state on the other
     * @return the state at their meeting; an equal one if nothing is added to what is known on one of them
     */
    S join(S one, S other);
}
