package org.asyncjava.runtime;

/** The part of the runtime's type that targets of rules compile against. */
public interface AsyncIterable<T> {
    AsyncIterator<T> iterator();
}
