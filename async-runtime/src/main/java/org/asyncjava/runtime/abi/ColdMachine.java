package org.asyncjava.runtime.abi;

import org.asyncjava.runtime.Continuation;

/**
 * Superclass of the state machines of methods that return {@code Coroutine}. A subclass has fields for the live locals and implements
 * {@code resume()}, which calls the user's body, and {@code source()}.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
public abstract class ColdMachine<T> extends Continuation<T> {
    /** For generated code. */
    public ColdMachine() {
    }
}
