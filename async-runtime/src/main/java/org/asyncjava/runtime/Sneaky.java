package org.asyncjava.runtime;

/** Throws checked exceptions where none are declared: an await throws what its operand failed with. */
final class Sneaky {
    private Sneaky() {
    }

    /** Throws; the return type lets callers write {@code throw rethrow(e)}. */
    @SuppressWarnings("unchecked")
    static <X extends Throwable> RuntimeException rethrow(Throwable failure) throws X {
        throw (X) failure;
    }
}
