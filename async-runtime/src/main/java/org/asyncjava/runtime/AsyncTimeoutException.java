package org.asyncjava.runtime;

/** A time limit was reached: asyncio's {@code TimeoutError}. Unchecked. */
public class AsyncTimeoutException extends RuntimeException {
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
}
