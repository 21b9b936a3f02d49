package org.asyncjava.runtime;

/** The part of the runtime's type that targets of rules compile against. */
public interface AsyncCloseable extends AutoCloseable {
    Coroutine<Void> closeAsync();

    @Override
    default void close() {
        throw new UnsupportedOperationException();
    }
}
