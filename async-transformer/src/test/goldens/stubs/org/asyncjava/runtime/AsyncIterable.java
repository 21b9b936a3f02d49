package org.asyncjava.runtime;

/** The part of the runtime's type that goldens compile against. */
public interface AsyncIterable<T> {
    AsyncIterator<T> iterator();
}
