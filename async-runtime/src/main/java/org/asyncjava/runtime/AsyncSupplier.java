package org.asyncjava.runtime;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A lambda that may await and results in a value.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
@FunctionalInterface
@NullMarked
public interface AsyncSupplier<T extends @Nullable Object> {
    /**
     * Makes the coroutine.
     *
     * @return a coroutine that has not run yet
     * @throws Exception what a lambda without an await throws; it fails the coroutine all the same
     */
    @Async
    Coroutine<T> get() throws Exception;

    /**
     * As {@link #get}, without exceptions: what the lambda throws, one without an await included, is the coroutine's failure.
     *
     * @return a coroutine that has not run yet, or has failed
     */
    default Coroutine<T> call() {
        try {
            return get();
        } catch (Throwable failure) {
            return Coroutine.failed(failure);
        }
    }
}
