package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;

/**
 * Thrown by a queue that was shut down: at once by the putting methods, by the taking ones when nothing is left.
 *
 * @since 0.1.0
 */
@NullMarked
public final class QueueShutDownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueShutDownException(String message) {
        super(message);
    }
}
