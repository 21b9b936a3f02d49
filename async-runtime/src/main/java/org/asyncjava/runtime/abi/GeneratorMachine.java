package org.asyncjava.runtime.abi;

import org.asyncjava.runtime.GeneratorCall;

/**
 * Superclass of the state machines of methods that are marked {@code @Generator}. A subclass has fields for the live locals and implements
 * {@code resume()}, which calls the user's body, and {@code source()}.
 *
 * @param <T> the type of the elements
 * @since 0.1.0
 */
public abstract class GeneratorMachine<T> extends GeneratorCall<T> {
    /** For generated code. */
    public GeneratorMachine() {
    }
}
