package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A time limit was reached: asyncio's {@code TimeoutError}. Unchecked. Its message says which limit, and what did not end within it.
 *
 * @since 0.1.0
 */
@NullMarked
public final class AsyncTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one without a message. */
    public AsyncTimeoutException() {
    }

    /**
     * Makes one that a cancellation was turned into.
     *
     * @param cause the cancellation
     */
    public AsyncTimeoutException(@Nullable Throwable cause) {
        super(null, cause);
    }

    /**
     * Makes one with a message.
     *
     * @param message which limit was reached, and by what
     * @param cause the cancellation that it was turned into, or null
     */
    public AsyncTimeoutException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
