package org.asyncjava.runtime;

import org.asyncjava.Awaitable;

/**
 * A call whose whole body is one await: makes a task of anything that can be awaited.
 *
 * <p>The runtime's one coroutine that is written by hand. As an async method it would be as large, 32 bytes, and as fast; but it is called as its operand
 * is and stands in no stack trace, and a method is called as itself and does.
 */
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

    /** Of the method that is called, if its call can be told from anything else that can be awaited. */
    @Override
    protected String source() {
        return operand instanceof HotCall method ? method.hotSource() : operand.getClass().getName() + "\0await\0\0";
    }
}
