package org.asyncjava.runtime.abi;

import org.asyncjava.runtime.AsyncGeneratorCall;

/**
 * Superclass of the state machines of methods that are marked {@code @Async} and return {@code AsyncIterable} or {@code AsyncIterator}. A subclass
 * has fields for the live locals and implements {@code resume()}, which calls the user's body, and {@code source()}.
 *
 * @param <T> the type of the elements
 * @since 0.1.0
 */
public abstract class AsyncGeneratorMachine<T> extends AsyncGeneratorCall<T> {
    /** For generated code. */
    public AsyncGeneratorMachine() {
    }
}
