package org.asyncjava.runtime;

/**
 * A call that may have something to do when it is closed, as the end of a loop knows it: a generator.
 *
 * @param <T> the type of the call's result
 */
abstract class ClosableCall<T> extends Continuation<T> implements AsyncCloseable {
    /** Where a loop holds it; null while none has to. */
    OpenGenerators.Held held;

    /** Tells whether it has begun, has not ended and does not run. */
    abstract boolean isOpen();
}
