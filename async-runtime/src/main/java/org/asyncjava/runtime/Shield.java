package org.asyncjava.runtime;

import java.util.Objects;
import java.util.function.Consumer;

import org.asyncjava.Awaitable;

/** Lets an outcome through but no cancellation back: asyncio's {@code shield}. */
final class Shield<T> {
    private static final Consumer<LoopFuture<?>> LATE_FAILURE = Shield::reportUnlessReceived;

    private final LoopFuture<T> inner;
    private final Deferred<T> outer;
    private final Consumer<LoopFuture<T>> passOn = this::passOn;

    private Shield(LoopFuture<T> inner) {
        this.inner = inner;
        this.outer = new Deferred<>(inner.loop);
    }

    static <T> LoopFuture<T> around(Awaitable<T> operand, EventLoop loop) {
        LoopFuture<T> inner = loop.tasks.ensureFuture(Objects.requireNonNull(operand, "operand"));
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
            LATE_FAILURE.accept(done);
        } else if (done.isCancelled()) {
            outer.cancel();
        } else if (done.failure() != null) {
            outer.failAs(done, done.failure());
        } else {
            outer.complete(done.result());
        }
    }

    /** The waiting was cancelled: who hears of the inner one's failure now? One callback asks, however many have been cancelled. */
    private void outerEnded(LoopFuture<T> done) {
        if (!inner.isDone()) {
            inner.removeDoneCallback(passOn);
            inner.removeDoneCallback(LATE_FAILURE);
            inner.addDoneCallback(LATE_FAILURE);
        }
    }

    /** A turn later all who waited for the inner one have asked for its outcome. */
    private static void reportUnlessReceived(LoopFuture<?> inner) {
        if (inner.isUnretrieved()) {
            inner.loop.ready(() -> reportFailure(inner));
        }
    }

    /** As of CPython 3.14 the exception handler hears of it at once, but only if nobody else does. */
    private static void reportFailure(LoopFuture<?> inner) {
        if (inner.isUnretrieved()) {
            Throwable failure = inner.failure();
            inner.loop.callExceptionHandler(new FailureContext(failure.getClass().getSimpleName() + " exception in shielded future", failure, inner));
        }
    }
}
