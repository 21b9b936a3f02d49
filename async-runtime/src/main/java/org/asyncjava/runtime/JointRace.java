package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code race} and {@code firstSuccess} of stages: the outcome of the winner. The others are cancelled as far as they can be.
 *
 * @param <T> the type of the result
 */
final class JointRace<T> extends JointWait<T> {
    private final Race.Winner rule;
    /** Those of stages that have not won; guarded by itself. */
    private final List<Throwable> failures = new ArrayList<>(0);

    JointRace(Race.Winner rule, Object[] operands) {
        super(operands);
        this.rule = rule;
    }

    @Override
    Object ended(Object value, Throwable failure) {
        if (failure == null) {
            return stored(value);
        }
        if (rule == Race.Winner.FIRST_TO_END) {
            return failed(failure);
        }
        synchronized (failures) {
            failures.add(failure);
        }
        return null;
    }

    @Override
    Object allEnded() {
        return failed(new ExceptionGroup("all operands failed", failures));
    }

    @Override
    void settled() {
        cancelOperands();
    }

    /** Which follows. */
    @Override
    void giveUpOperands() {
    }
}
