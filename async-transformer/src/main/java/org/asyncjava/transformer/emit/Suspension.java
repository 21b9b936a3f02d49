package org.asyncjava.transformer.emit;

import java.util.Optional;
import org.asyncjava.transformer.plan.State;
import org.objectweb.asm.tree.LabelNode;

/**
 * The labels of one suspension point in a body.
 *
 * @param state the state
 * @param restoration beginning of the code that restores it, if it restores no other before
 * @param await beginning of the code that stands for the await
 * @param resumption where the fast path and the resumed path meet, right before the result is taken
 * @param tail the code that suspends
 */
record Suspension(State state, LabelNode restoration, LabelNode await, LabelNode resumption, Tail tail) {
    /**
     * The code that suspends.
     *
     * @param start its beginning
     * @param end its end
     */
    record Tail(LabelNode start, LabelNode end) {
    }

    static Suspension of(State state) {
        return new Suspension(state, new LabelNode(), new LabelNode(), new LabelNode(), new Tail(new LabelNode(), new LabelNode()));
    }

    boolean isInline() {
        return state.tail() == State.TailPlacement.INLINE;
    }

    /** What of the code of this state begins at a label. */
    Optional<CodePart> partAt(LabelNode label) {
        if (label == restoration) {
            return Optional.of(new CodePart(CodePart.Kind.RESTORE, state));
        }
        if (label == await) {
            return Optional.of(new CodePart(CodePart.Kind.AWAIT, state));
        }
        if (label == tail.start()) {
            return Optional.of(new CodePart(CodePart.Kind.SAVE, state));
        }
        return label == resumption ? Optional.of(new CodePart(CodePart.Kind.GO_ON, state)) : Optional.empty();
    }
}
