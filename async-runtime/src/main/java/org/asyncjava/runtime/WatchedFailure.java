package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;

/** The future of a method that has failed before its first suspension, in debug mode: tells {@link UnheardFailure} who asks. */
final class WatchedFailure<T> extends OwnFuture<T> {
    WatchedFailure(Throwable failure) {
        completeExceptionally(failure);
        UnheardFailure.watch(this, failure, null, ThreadState.current().dispatcher);
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        UnheardFailure.heard(this);
        return new CompletableFuture<>();
    }

    @Override
    public boolean isCompletedExceptionally() {
        UnheardFailure.heard(this);
        return super.isCompletedExceptionally();
    }

    @Override
    public T getNow(T otherwise) {
        UnheardFailure.heard(this);
        return super.getNow(otherwise);
    }
}
