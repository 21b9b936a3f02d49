package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;

/** What depends on the future of a suspended method that goes on with no loop. */
final class HotDependent<T> extends OwnFuture<T> {
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new HotDependent<>();
    }
}
