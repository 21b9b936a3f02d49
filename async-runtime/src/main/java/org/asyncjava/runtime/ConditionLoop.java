package org.asyncjava.runtime;

import java.util.function.BooleanSupplier;

/** Waits for signals until a predicate holds. */
final class ConditionLoop extends Continuation<Void> {
    private static final int WAITING = 1;

    private final AsyncCondition condition;
    private final BooleanSupplier until;

    ConditionLoop(AsyncCondition condition, BooleanSupplier until) {
        this.condition = condition;
        this.until = until;
    }

    @Override
    protected void resume() throws Throwable {
        if (ColdSteps.state(this) == WAITING) {
            ColdSteps.outcome(ColdSteps.takeOperand(this));
        }
        while (!until.getAsBoolean()) {
            Coroutine<Void> wait = condition.whenSignalled();
            if (ColdSteps.pending(wait, this)) {
                ColdSteps.suspend(this, wait, WAITING);
                return;
            }
            ColdSteps.outcome(wait);
        }
        complete(null);
    }

    @Override
    protected String source() {
        return AsyncCondition.class.getName() + "\0whenSignalled\0\0";
    }
}
