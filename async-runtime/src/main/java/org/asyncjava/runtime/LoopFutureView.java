package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;

/** A future whose outcome comes from a loop, and what depends on it. To block for it on the loop's own thread would never end. */
final class LoopFutureView<T> extends OwnFuture<T> {
    final EventLoop loop;

    LoopFutureView(EventLoop loop) {
        this.loop = loop;
    }

    /** Takes over an outcome. A CompletableFuture stops telling its dependents when one throws; asked again it goes on with those that are left. */
    void settle(LoopFuture<T> done) {
        Throwable failure = done.failure();
        if (failure != null) {
            LogicalTrace.passes(failure, done, this);
        }
        boolean left = true;
        while (left) {
            try {
                if (failure == null) {
                    complete(done.result());
                } else {
                    completeExceptionally(failure);
                }
                left = false;
            } catch (Throwable broken) {
                DroppedFailure.reportBroken("a dependent of toFuture()", broken, null);
            }
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new LoopFutureView<>(loop);
    }
}
