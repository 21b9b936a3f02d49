package org.asyncjava.runtime;

/** The part of the runtime's type that targets of rules compile against. */
public interface AsyncIterator<T> extends AsyncCloseable {
    Coroutine<Boolean> advance();

    T current();
}
