package org.asyncjava.runtime.abi;

import org.asyncjava.runtime.HotContinuation;

/**
 * Superclass of the state machines of methods that return {@code CompletableFuture} or {@code CompletionStage}. A subclass has fields for the
 * live locals and implements {@code resume()}, which calls the user's body, and {@code source()}.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
public abstract class HotFuture<T> extends HotContinuation<T> implements HotMachine {
    /** For generated code. */
    public HotFuture() {
    }
}
