package org.asyncjava.benchmarks.contenders.limitfull;

/**
 * A cold call: an object from the start, which runs when it is awaited, as a plain call on its caller's stack. When something in it suspends all of
 * them return, and only the task waits for the innermost operand; it goes on from there, caller by caller, in a loop. 24 bytes and the
 * locals.
 */
abstract class Call {
    /** Calls nest no deeper on the stack; the task runs the next one on its own. */
    static final int MAX_DEPTH = 100;

    private static final int UNSTARTED = 0;
    /** Above these bits, while it runs for the first time: how deep it is nested. */
    private static final int RUNNING = 0xFFFFFF;
    private static final int DEPTH_SHIFT = 24;
    private static final int COMPLETED = -1;
    private static final int FAILED = -2;

    /** One of the above, or k ≥ 1: suspended at the k-th await. */
    private int state;

    /** The operand while suspended, the result or the failure when ended. */
    private Object awaited;

    /** The call or the task that awaits this one, from the time when it is suspended. */
    private Object caller;

    /** Runs the body from {@link #place} to its next suspension or its end. */
    protected abstract void resume() throws Throwable;

    // ---- for bodies

    /** At which await the body goes on; no number that it uses where it starts. */
    final int place() {
        return state & RUNNING;
    }

    /** Runs another call as part of this one; true if this one has to suspend itself. */
    final boolean begin(Call callee) {
        callee.requireUnstarted();
        int depth = (state >>> DEPTH_SHIFT) + 1;
        if (depth > MAX_DEPTH) {
            return true;
        }
        callee.state = depth << DEPTH_SHIFT | RUNNING;
        callee.runBody();
        return callee.state > 0;
    }

    final void suspend(Call callee, int place) {
        callee.caller = this;
        awaited = callee;
        state = place;
    }

    final void suspend(Promise operand, int place) {
        awaited = operand;
        state = place;
    }

    /** Suspends for one turn of the loop. */
    final void giveWay(int place) {
        awaited = Loop.NEXT_TURN;
        state = place;
    }

    /** The outcome of the promise that this call has waited for. */
    final Object promised() throws Throwable {
        Object operand = takeOperand();
        if (operand instanceof Failure failure) {
            throw failure.cause();
        }
        return ((Promise) operand).take();
    }

    /** The outcome of the call that this call has waited for. */
    final Object returned() throws Throwable {
        Object operand = takeOperand();
        if (operand instanceof Failure failure) {
            throw failure.cause();
        }
        return ((Call) operand).take();
    }

    /** Goes on after {@link #giveWay}. */
    final void taken() throws Throwable {
        if (takeOperand() instanceof Failure failure) {
            throw failure.cause();
        }
    }

    private Object takeOperand() {
        Object operand = awaited;
        awaited = null;
        state = RUNNING;
        return operand;
    }

    final void complete(Object value) {
        awaited = value;
        state = COMPLETED;
    }

    /** The outcome of a call that has ended. */
    final Object take() throws Throwable {
        if (state == FAILED) {
            throw (Throwable) awaited;
        }
        return awaited;
    }

    /** Makes a call that has ended one that can be awaited once more. */
    final void rearm() {
        if (state > 0) {
            throw new IllegalStateException("a call is asked again before it has answered");
        }
        if (caller != null) {
            caller = null;
        }
        state = UNSTARTED;
    }

    // ---- for tasks

    final void startFor(Task task) {
        requireUnstarted();
        caller = task;
    }

    private void requireUnstarted() {
        if (state != UNSTARTED || caller != null) {
            throw new IllegalStateException("a call can be awaited once");
        }
    }

    /** Runs a call and all that has to run in consequence; returns the innermost one, suspended, or the outermost, ended. */
    static Call advance(Call from) {
        Call current = from;
        while (true) {
            if (current.state == UNSTARTED) {
                current.state = RUNNING;
            }
            current.runBody();
            if (current.state > 0) {
                current = innermost(current);
                if (current.state != UNSTARTED) {
                    return current;
                }
            } else if (current.caller instanceof Call next) {
                current = next;
            } else {
                return current;
            }
        }
    }

    /** Each step goes down a call that was suspended in this same run. */
    private static Call innermost(Call suspended) {
        Call current = suspended;
        while (current.awaited instanceof Call callee) {
            current = callee;
        }
        return current;
    }

    private void runBody() {
        try {
            resume();
        } catch (Throwable failure) {
            awaited = failure;
            state = FAILED;
        }
    }

    final boolean isEnded() {
        return state < 0;
    }

    final boolean hasFailed() {
        return state == FAILED;
    }

    /** The operand of a suspended call. */
    final Object operand() {
        return awaited;
    }

    /** The result or the failure of a call that has ended. */
    final Object outcome() {
        return awaited;
    }

    /** Has the call throw where it stands, or fail if it has not started. */
    final void throwAtAwait(Failure failure) {
        if (state == UNSTARTED) {
            awaited = failure.cause();
            state = FAILED;
        } else {
            awaited = failure;
        }
    }
}
