package org.asyncjava.runtime;

/**
 * What an exception handler is told.
 *
 * @param message what happened
 * @param exception the exception, or null
 * @param source the task, future or callback it comes from, or null
 */
public record FailureContext(String message, Throwable exception, Object source) {
}
