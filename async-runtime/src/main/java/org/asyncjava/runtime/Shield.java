package org.asyncjava.runtime;

import java.util.Objects;
import java.util.function.Consumer;

import org.asyncjava.Awaitable;

/** Lets an outcome through but no cancellation back: asyncio's {@code shield}. */
final class Shield<T> {
    private final LoopFuture<T> inner;
    private final Deferred<T> outer;
    private final Consumer<LoopFuture<T>> passOn = this::passOn;

    private Shield(LoopFuture<T> inner) {
        this.inner = inner;
        this.outer = new Deferred<>(inner.loop);
    }

    static <T> LoopFuture<T> around(Awaitable<T> operand, EventLoop loop) {
        LoopFuture<T> inner = loop.ensureFuture(Objects.requireNonNull(operand, "operand"));
        if (inner.isDone()) {
            return inner;
        }
        Shield<T> shield = new Shield<>(inner);
        inner.addDoneCallback(shield.passOn);
        shield.outer.addDoneCallback(shield::outerEnded);
        return shield.outer;
    }

    private void passOn(LoopFuture<T> done) {
        if (outer.isDone()) {
            reportFailure(done);
        } else if (done.isCancelled()) {
            outer.cancel();
        } else if (done.failure() != null) {
            outer.failAs(done, done.failure());
        } else {
            outer.complete(done.result());
        }
    }

    /** The waiting was cancelled: who hears of the inner one's failure now? As of CPython 3.14 the exception handler, at once. */
    private void outerEnded(LoopFuture<T> done) {
        if (!inner.isDone()) {
            inner.removeDoneCallback(passOn);
            inner.addDoneCallback(Shield::reportFailure);
        }
    }

    private static void reportFailure(LoopFuture<?> inner) {
        if (inner.isCancelled() || inner.failure() == null) {
            return;
        }
        inner.loop.callExceptionHandler(new FailureContext(
                inner.failure().getClass().getSimpleName() + " exception in shielded future", inner.failure(), inner));
    }
}
