package org.asyncjava.runtime;

import org.asyncjava.Async;

/**
 * A lambda that takes an argument and may await.
 *
 * @param <A> the type of the argument
 */
@FunctionalInterface
public interface AsyncConsumer<A> {
    /**
     * Makes the coroutine.
     *
     * @param argument the argument
     * @return a coroutine that has not run yet
     * @throws Exception what a lambda without an await throws; it fails the coroutine all the same
     */
    @Async
    Coroutine<Void> accept(A argument) throws Exception;
}
