package org.asyncjava.runtime;

/** What the code makes that a lock or a scope is given to run. What it throws is thrown as it is, where it is awaited. */
final class ScopeCode {
    private ScopeCode() {
    }

    static <T> Coroutine<T> of(AsyncSupplier<T> code) {
        try {
            return code.get();
        } catch (Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
    }

    static <A, T> Coroutine<T> of(AsyncFunction<? super A, T> code, A argument) {
        try {
            return code.apply(argument);
        } catch (Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
    }
}
