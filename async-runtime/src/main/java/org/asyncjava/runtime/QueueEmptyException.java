package org.asyncjava.runtime;

/**
 * Thrown by {@link AsyncQueue#takeNow} when there is nothing.
 *
 * @since 0.1.0
 */
public final class QueueEmptyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueEmptyException(String message) {
        super(message);
    }
}
