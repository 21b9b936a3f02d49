package org.asyncjava.runtime;

/**
 * What an exception handler is told.
 *
 * @param message what happened
 * @param exception the exception, or null
 * @param source the task, future or callback it comes from, or null
 * @since 0.1.0
 */
public record FailureContext(String message, Throwable exception, Object source) {
    /** With short texts of exception and source, which never throw. */
    @Override
    public String toString() {
        return "FailureContext[message=" + message + ", exception=" + ShortText.of(exception) + ", source=" + ShortText.of(source) + "]";
    }
}
