package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;

/**
 * Thrown by {@link AsyncQueue#putNow} when there is no room.
 *
 * @since 0.1.0
 */
@NullMarked
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueFullException(String message) {
        super(message);
    }
}
