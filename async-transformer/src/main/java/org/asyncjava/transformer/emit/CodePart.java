package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.plan.State;

/**
 * A part of a resumable body that was written for a state.
 *
 * @param kind what it does
 * @param state the state
 */
public record CodePart(Kind kind, State state) {
    /** What a part does. */
    public enum Kind {
        /** Puts the values back that the machine holds. */
        RESTORE,
        /** Asks whether the operand is done. */
        AWAIT,
        /** Gives the values to the machine, and leaves the body. */
        SAVE,
        /** Takes the operand's result, whether the call was suspended or not. */
        GO_ON
    }
}
