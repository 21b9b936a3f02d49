package org.asyncjava.runtime;

import java.util.List;

/**
 * {@code gatherOutcomes} of stages: how each of them has ended.
 *
 * @param <T> the type of the stages' results
 */
final class JointOutcomes<T> extends JointGather<Outcome<T>, List<Outcome<T>>> {
    JointOutcomes(Object[] operands) {
        super(operands, null);
    }

    /** Failures must be counted: none of them decides. */
    @Override
    boolean asksStages() {
        return false;
    }

    @Override
    Object ended(Object value, Throwable failure) {
        return null;
    }

    @Override
    Object resultOf(Object operand) {
        try {
            return new Outcome<>(super.resultOf(operand), null);
        } catch (Throwable failure) {
            return new Outcome<>(null, failure);
        }
    }
}
