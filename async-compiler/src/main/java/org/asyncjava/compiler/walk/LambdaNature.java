package org.asyncjava.compiler.walk;

/** What a lambda, or a method reference in its place, implements. */
public enum LambdaNature {
    /** A method that is async. */
    ASYNC,
    /** A method that is not async and has a result. */
    PLAIN,
    /** A method that is not async and has no result. */
    VOID,
    /** Nobody knows. */
    UNSURE
}
