package org.asyncjava.runtime;

import org.asyncjava.NotTransformedException;

import org.jspecify.annotations.NullMarked;

/**
 * A resource that is closed by awaiting: a connection that says goodbye, a lock, an {@link AsyncIterator}.
 *
 * @since 0.1.0
 */
@NullMarked
public interface AsyncCloseable extends AutoCloseable {
    /**
     * Closes this. Closing what is closed does nothing.
     *
     * @return a coroutine that ends when it is closed, or fails with what closing met
     */
    Coroutine<Void> closeAsync();

    /**
     * Cannot close anything, since it cannot wait: call {@link #closeAsync} and await it. A class may override this to close at once, giving up what
     * would have to be waited for.
     *
     * @throws NotTransformedException unless it is overridden
     */
    @Override
    default void close() {
        throw new NotTransformedException("close() of " + getClass().getName() + " cannot wait: in an async method that was transformed declare the resource with its"
                + " type, or as an AsyncCloseable, and it is awaited; elsewhere await closeAsync()");
    }
}
