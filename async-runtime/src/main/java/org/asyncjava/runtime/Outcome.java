package org.asyncjava.runtime;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * How something ended: with a value or with a failure.
 *
 * @param <T> the type of the value
 * @param value the value; null if it failed, and possibly otherwise
 * @param failure the failure, or null
 * @since 0.1.0
 */
@NullMarked
public record Outcome<T extends @Nullable Object>(@Nullable T value, @Nullable Throwable failure) {
    /**
     * Tells whether it failed.
     *
     * @return true if there is a failure
     */
    public boolean isFailed() {
        return failure != null;
    }

    /**
     * Tells whether it was cancelled, which is a failure too.
     *
     * @return true if the failure is a {@link CancellationException}
     */
    public boolean isCancelled() {
        return failure instanceof CancellationException;
    }

    /**
     * The value; a failure is thrown as it is, also a checked one, as an await throws it.
     *
     * @return the value, which may be null
     */
    public T get() {
        if (failure != null) {
            throw Sneaky.rethrow(failure);
        }
        return value;
    }

    /**
     * The value, for who wants to catch a failure that is a checked exception.
     *
     * @param <X> the type of the exception
     * @param type a class literal; only the compiler looks at it
     * @return the value, which may be null
     * @throws X the failure, which is thrown as it is, of whatever type it is
     */
    public <X extends Throwable> T orElseThrow(Class<X> type) throws X {
        return get();
    }

    /**
     * The value, or an exception of one's own.
     *
     * @param <X> the type of the exception
     * @param made makes the exception from the failure
     * @return the value, which may be null
     * @throws X what was made, if it failed
     */
    public <X extends Throwable> T orElseThrow(Function<? super Throwable, ? extends X> made) throws X {
        Objects.requireNonNull(made, "made");
        if (failure != null) {
            throw made.apply(failure);
        }
        return value;
    }

    /** With short texts of value and failure, which never throw. */
    @Override
    public String toString() {
        return ShortText.of(this, () -> "Outcome[value=" + ShortText.of(value) + ", failure=" + ShortText.of(failure) + "]");
    }
}
