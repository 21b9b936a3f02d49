package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;

/** A future whose outcome comes from a loop, and what depends on it. To block for it on the loop's own thread would never end. */
final class LoopFutureView<T> extends OwnFuture<T> {
    final Loop loop;

    LoopFutureView(Loop loop) {
        this.loop = loop;
    }

    /**
     * Ends with a result, or with a failure if that is not null. A CompletableFuture stops telling its dependents when one of them throws; asked
     * again it goes on with those that are left.
     */
    void settle(T value, Throwable failure) {
        boolean left = true;
        while (left) {
            try {
                if (failure == null) {
                    complete(value);
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
