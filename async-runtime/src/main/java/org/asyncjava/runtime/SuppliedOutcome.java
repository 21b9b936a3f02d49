package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Settles a future with what a supplier yields, through the future's own {@code complete} and {@code completeExceptionally}, which the JDK's
 * {@code completeAsync} goes past.
 */
record SuppliedOutcome<T>(CompletableFuture<T> future, Supplier<? extends T> supplier)
        implements Runnable, CompletableFuture.AsynchronousCompletionTask {
    @Override
    public void run() {
        if (future.isDone()) {
            return;
        }
        T value;
        try {
            value = supplier.get();
        } catch (Throwable failure) {
            future.completeExceptionally(failure);
            return;
        }
        future.complete(value);
    }
}
