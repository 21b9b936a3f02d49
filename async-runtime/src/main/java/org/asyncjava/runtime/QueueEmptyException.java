package org.asyncjava.runtime;

/** Thrown by {@link AsyncQueue#takeNow} when there is nothing. */
public final class QueueEmptyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueEmptyException(String message) {
        super(message);
    }
}
