package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;

/**
 * Thrown at those who wait at an {@link AsyncBarrier} that is aborted or reset, and at those who come to one that was aborted.
 *
 * @since 0.1.0
 */
@NullMarked
public final class BarrierBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BarrierBrokenException(String message) {
        super(message);
    }
}
