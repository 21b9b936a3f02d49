package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;

/**
 * One wait for a signal: lets the lock go, waits, takes the lock again whatever happened, and passes the signal on if it cannot use it.
 */
final class ConditionWait extends Continuation<Void> {
    private static final int WAITING = 1;
    private static final int LOCKING = 2;

    private final AsyncCondition condition;
    private Waiter waiter;

    /** What the wait ends with: the last exception that was thrown at it. */
    private Throwable failure;

    ConditionWait(AsyncCondition condition) {
        this.condition = condition;
    }

    @Override
    protected void resume() throws Throwable {
        switch (ColdSteps.state(this)) {
            case WAITING -> {
                failure = Waiter.failure(this);
                condition.leave(waiter);
                lockAgain();
            }
            case LOCKING -> {
                if (isLocked(ColdSteps.takeOperand(this))) {
                    end();
                } else {
                    lockAgain();
                }
            }
            default -> {
                waiter = condition.join();
                waiter.suspend(this, WAITING);
            }
        }
    }

    private void lockAgain() throws Throwable {
        Coroutine<Void> acquisition = condition.lock().acquire();
        if (ColdSteps.pending(acquisition, this)) {
            ColdSteps.suspend(this, acquisition, LOCKING);
        } else {
            end();
        }
    }

    /** False if the acquisition was cancelled: it is to be begun again. */
    private boolean isLocked(Object acquisition) throws Throwable {
        try {
            ColdSteps.outcome(acquisition);
            return true;
        } catch (CancellationException request) {
            failure = request;
            return false;
        }
    }

    private void end() throws Throwable {
        if (failure != null) {
            condition.pass(1);
            throw failure;
        }
        complete(null);
    }

    @Override
    protected String source() {
        return AsyncCondition.class.getName() + "\0whenSignalled\0\0";
    }
}
