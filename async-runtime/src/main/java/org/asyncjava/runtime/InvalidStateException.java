package org.asyncjava.runtime;

/**
 * An outcome that is not there was asked for, or one was given to what has one already: asyncio's {@code InvalidStateError}. Thrown by
 * {@link LoopFuture#result}, {@link LoopFuture#exception}, {@link Deferred#complete} and {@link Deferred#fail}.
 *
 * @since 0.1.0
 */
public final class InvalidStateException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message which state is wrong
     */
    public InvalidStateException(String message) {
        super(message);
    }
}
