package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;

/** A foreign awaitable around a future. */
record StageAsAwaitable(CompletableFuture<Void> future) implements Awaitable<Void> {
    @Override
    public Awaiter<Void> awaiter() {
        return new Awaiter<>() {
            @Override
            public boolean isDone() {
                return future.isDone();
            }

            @Override
            public Void result() {
                return future.join();
            }

            @Override
            public void onDone(Runnable callback) {
                future.whenComplete((value, failure) -> callback.run());
            }

            @Override
            public boolean cancel() {
                return future.cancel(false);
            }
        };
    }
}
