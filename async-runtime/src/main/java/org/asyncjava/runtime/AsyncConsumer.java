package org.asyncjava.runtime;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A lambda that takes an argument and may await.
 *
 * @param <A> the type of the argument
 * @since 0.1.0
 */
@FunctionalInterface
@NullMarked
public interface AsyncConsumer<A extends @Nullable Object> {
    /**
     * Makes the coroutine.
     *
     * @param argument the argument
     * @return a coroutine that has not run yet
     * @throws Exception what a lambda without an await throws; it fails the coroutine all the same
     */
    @Async
    Coroutine<Void> accept(A argument) throws Exception;

    /**
     * As {@link #accept}, without exceptions: what the lambda throws, one without an await included, is the coroutine's failure.
     *
     * @param argument the argument
     * @return a coroutine that has not run yet, or has failed
     */
    default Coroutine<Void> call(A argument) {
        try {
            return accept(argument);
        } catch (Throwable failure) {
            return Coroutine.failed(failure);
        }
    }
}
