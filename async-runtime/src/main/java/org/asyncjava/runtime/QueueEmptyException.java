package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;

/**
 * Thrown by {@link AsyncQueue#takeNow} when there is nothing.
 *
 * @since 0.1.0
 */
@NullMarked
public final class QueueEmptyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueEmptyException(String message) {
        super(message);
    }
}
