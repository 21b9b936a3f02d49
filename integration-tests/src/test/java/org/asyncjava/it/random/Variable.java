package org.asyncjava.it.random;

/**
 * A variable in scope.
 *
 * @param name its name, or the text that reads it
 * @param type its type
 * @param kind what may be done with it
 */
record Variable(String name, Type type, Kind kind) {
    /** What may be done with a variable. */
    enum Kind {
        /** Read, assigned; not captured by lambdas. */
        MUTABLE,
        /** Read and captured. */
        FINAL,
        /** Read and assigned, also in lambdas. */
        FIELD
    }

    boolean isAssignable() {
        return kind != Kind.FINAL;
    }

    boolean isSeenByLambdas() {
        return kind != Kind.MUTABLE;
    }
}
