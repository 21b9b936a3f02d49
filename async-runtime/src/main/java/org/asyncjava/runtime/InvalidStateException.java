package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that is not there was asked for, or one was given to what has one already: asyncio's {@code InvalidStateError}. Thrown by
 * {@link LoopFuture#result}, {@link LoopFuture#exception}, {@link Deferred#complete} and {@link Deferred#fail}.
 *
 * @since 0.1.0
 */
@NullMarked
public final class InvalidStateException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message which state is wrong, or null
     */
    public InvalidStateException(@Nullable String message) {
        super(message);
    }
}
