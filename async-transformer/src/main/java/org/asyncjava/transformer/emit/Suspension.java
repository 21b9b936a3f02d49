package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.plan.State;
import org.objectweb.asm.tree.LabelNode;

/**
 * The labels of one suspension point in a body.
 *
 * @param state the state
 * @param resumption where the fast path and the resumed path meet, right before the result is taken
 * @param tailStart beginning of the code that suspends
 * @param tailEnd end of the code that suspends
 */
record Suspension(State state, LabelNode resumption, LabelNode tailStart, LabelNode tailEnd) {
    static Suspension of(State state) {
        return new Suspension(state, new LabelNode(), new LabelNode(), new LabelNode());
    }

    boolean isInline() {
        return state.tail() == State.TailPlacement.INLINE;
    }
}
