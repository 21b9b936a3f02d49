package org.asyncjava.it.harness;

import java.util.concurrent.CompletableFuture;

/**
 * A user's own kind of future: what an async method may be declared to return.
 *
 * @param <T> the type of the value
 */
public class Promise<T> extends CompletableFuture<T> {
    /** A promise that is not kept yet. */
    public Promise() {
    }

    /**
     * A kept promise.
     *
     * @param value the value
     * @param <T> its type
     * @return the promise
     */
    public static <T> Promise<T> of(T value) {
        Promise<T> promise = new Promise<>();
        promise.complete(value);
        return promise;
    }

    /**
     * A broken promise.
     *
     * @param failure why
     * @param <T> the type of the value that never comes
     * @return the promise
     */
    public static <T> Promise<T> broken(Throwable failure) {
        Promise<T> promise = new Promise<>();
        promise.completeExceptionally(failure);
        return promise;
    }
}
