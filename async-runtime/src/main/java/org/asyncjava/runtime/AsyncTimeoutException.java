package org.asyncjava.runtime;

/**
 * A time limit was reached: asyncio's {@code TimeoutError}. Unchecked. Its message says which limit, and what did not end within it.
 *
 * @since 0.1.0
 */
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
    public AsyncTimeoutException(Throwable cause) {
        super(null, cause);
    }

    /**
     * Makes one with a message.
     *
     * @param message which limit was reached, and by what
     * @param cause the cancellation that it was turned into, or null
     */
    public AsyncTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
