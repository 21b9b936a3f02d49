package org.asyncjava.runtime;

/**
 * How something ended: with a value or with a failure.
 *
 * @param <T> the type of the value
 * @param value the value; null if it failed, and possibly otherwise
 * @param failure the failure, or null
 */
public record Outcome<T>(T value, Throwable failure) {
    /**
     * Tells whether it failed.
     *
     * @return true if there is a failure
     */
    public boolean isFailed() {
        return failure != null;
    }

    /** With short texts of value and failure, which never throw. */
    @Override
    public String toString() {
        return ShortText.of(this, () -> "Outcome[value=" + ShortText.of(value) + ", failure=" + ShortText.of(failure) + "]");
    }
}
