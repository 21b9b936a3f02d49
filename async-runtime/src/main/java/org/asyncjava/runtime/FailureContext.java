package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What an exception handler is told.
 *
 * @param message what happened
 * @param exception the exception, or null
 * @param source the task, future or callback it comes from, or null
 * @since 0.1.0
 */
@NullMarked
public record FailureContext(String message, @Nullable Throwable exception, @Nullable Object source) {
    /** With short texts of exception and source, which never throw. */
    @Override
    public String toString() {
        return "FailureContext[message=" + message + ", exception=" + ShortText.of(exception) + ", source=" + ShortText.of(source) + "]";
    }
}
