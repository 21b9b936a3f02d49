package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The failed future of a method whose body threw a {@link CompletionException} before its first suspension.
 *
 * <p>Of a plain future an await takes off one such exception, since that is how dependent stages wrap a failure. Here it is the failure
 * itself, as it would be if the method had been suspended.
 */
final class RawFailure<T> extends OwnFuture<T> {
    RawFailure(CompletionException failure) {
        completeExceptionally(failure);
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new HotDependent<>();
    }
}
