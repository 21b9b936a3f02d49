package org.asyncjava.runtime;

import org.asyncjava.Awaitable;

/** A call whose whole body is one await: makes a task of anything that can be awaited. */
final class Follower<T> extends Continuation<T> {
    private final Awaitable<T> operand;

    Follower(Awaitable<T> operand) {
        this.operand = operand;
    }

    @Override
    protected void resume() throws Throwable {
        if (ColdSteps.pending(operand, this)) {
            awaited = Operands.attach(operand, this);
            state = FOLLOWING;
        } else {
            complete(ColdSteps.outcome(operand));
        }
    }

    /** No code of a program stands for it. */
    @Override
    SourcePosition position() {
        return null;
    }

    Awaitable<T> operand() {
        return operand;
    }

    @Override
    protected String source() {
        return operand.getClass().getName() + "\0await\0\0";
    }
}
