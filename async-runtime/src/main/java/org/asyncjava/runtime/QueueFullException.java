package org.asyncjava.runtime;

/**
 * Thrown by {@link AsyncQueue#putNow} when there is no room.
 *
 * @since 0.1.0
 */
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueFullException(String message) {
        super(message);
    }
}
