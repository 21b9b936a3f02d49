package org.asyncjava.runtime;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A lambda that takes an argument, may await and results in a value.
 *
 * @param <A> the type of the argument
 * @param <T> the type of the result
 * @since 0.1.0
 */
@FunctionalInterface
@NullMarked
public interface AsyncFunction<A extends @Nullable Object, T extends @Nullable Object> {
    /**
     * Makes the coroutine.
     *
     * @param argument the argument
     * @return a coroutine that has not run yet
     * @throws Exception what a lambda without an await throws; it fails the coroutine all the same
     */
    @Async
    Coroutine<T> apply(A argument) throws Exception;

    /**
     * As {@link #apply}, without exceptions: what the lambda throws, one without an await included, is the coroutine's failure.
     *
     * @param argument the argument
     * @return a coroutine that has not run yet, or has failed
     */
    default Coroutine<T> call(A argument) {
        try {
            return apply(argument);
        } catch (Throwable failure) {
            return Coroutine.failed(failure);
        }
    }
}
