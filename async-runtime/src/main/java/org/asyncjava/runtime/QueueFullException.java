package org.asyncjava.runtime;

/** Thrown by {@link AsyncQueue#putNow} when there is no room. */
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueFullException(String message) {
        super(message);
    }
}
