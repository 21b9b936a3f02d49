package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;

import org.asyncjava.Awaitable;

/** {@code waitFor} when there is no time at all: the outcome if it is there already; otherwise cancels, and waits until that is done. */
final class ExpiredWait<T> extends Continuation<T> {
    static final String WAIT_FOR = Coroutines.class.getName() + "\0waitFor\0\0";

    private final Awaitable<T> operand;
    private LoopFuture<T> future;

    ExpiredWait(Awaitable<T> operand) {
        this.operand = operand;
    }

    @Override
    protected void resume() throws Throwable {
        if (ColdSteps.state(this) == 1) {
            ColdSteps.outcome(ColdSteps.takeOperand(this));
            end();
            return;
        }
        EventLoop loop = EventLoop.require("waitFor");
        future = loop.tasks.ensureFuture(operand);
        if (future.isDone()) {
            complete(future.takeFor(this));
            return;
        }
        Children waiting = new Children(loop, child -> { });
        waiting.add(future);
        waiting.cancelAll();
        ColdSteps.suspend(this, waiting.noneLeft(), 1);
    }

    private void end() throws Throwable {
        if (future.isCancelled()) {
            throw new AsyncTimeoutException(TimedOut.message(TimedOut.name(operand), 0), (CancellationException) future.failure());
        }
        complete(future.takeFor(this));
    }

    @Override
    protected String source() {
        return WAIT_FOR;
    }
}
