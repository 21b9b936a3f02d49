package org.asyncjava.compiler.walk;

import org.asyncjava.rules.Enclosure;

/** What a lambda, or a method reference in its place, implements. */
public enum LambdaNature {
    /** A method that is async. */
    ASYNC,
    /** A method that is an async generator. */
    ASYNC_GENERATOR,
    /** A method that is not async and has a result. */
    PLAIN,
    /** A method that is not async and has no result. */
    VOID,
    /** Nobody knows. */
    UNSURE;

    /** What the code of a lambda is that is marked by its method. */
    Enclosure.Code code() {
        return this == ASYNC ? Enclosure.Code.ASYNC : this == ASYNC_GENERATOR ? Enclosure.Code.ASYNC_GENERATOR : Enclosure.Code.PLAIN;
    }
}
