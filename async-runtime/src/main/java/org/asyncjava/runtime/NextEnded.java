package org.asyncjava.runtime;

import java.util.Optional;

/** Waits for the next operand of {@link AsCompleted} that ends. */
final class NextEnded<E> extends Continuation<E> {
    /** What it results in. */
    enum Kind { RESULT, FUTURE }

    private final Kind kind;
    private final AsCompleted<?> all;
    private final Coroutine<?> taking;

    NextEnded(Kind kind, AsCompleted<?> all, Coroutine<?> taking) {
        this.kind = kind;
        this.all = all;
        this.taking = taking;
    }

    @Override
    protected void resume() throws Throwable {
        Object operand = taking;
        if (ColdSteps.state(this) == 1) {
            operand = ColdSteps.takeOperand(this);
        } else if (ColdSteps.pending(taking, this)) {
            ColdSteps.suspend(this, taking, 1);
            return;
        }
        Optional<?> next = (Optional<?>) ColdSteps.outcome(operand);
        LoopFuture<?> ended = (LoopFuture<?>) next.orElseThrow(all::timedOut);
        complete(kind == Kind.RESULT ? ended.takeFor(this) : ended);
    }

    @Override
    protected String source() {
        return AsCompleted.class.getName() + "\0next\0\0";
    }
}
