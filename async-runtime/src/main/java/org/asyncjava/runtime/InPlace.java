package org.asyncjava.runtime;

import org.asyncjava.Async;

/** Code that is written in place. An async lambda without an await would run at once; here none runs before it is awaited. */
final class InPlace {
    private InPlace() {
    }

    @Async
    static <T> Coroutine<T> coroutine(AsyncSupplier<T> code) {
        return code.call();
    }
}
