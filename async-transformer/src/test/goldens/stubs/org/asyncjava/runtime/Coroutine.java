package org.asyncjava.runtime;

import org.asyncjava.Awaitable;

/** The part of the runtime's type that goldens compile against. */
public abstract class Coroutine<T> implements Awaitable<T> {
    public static <T> Coroutine<T> of(T value) {
        throw new UnsupportedOperationException();
    }

    public static Coroutine<Void> done() {
        throw new UnsupportedOperationException();
    }
}
