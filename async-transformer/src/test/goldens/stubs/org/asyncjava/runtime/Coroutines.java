package org.asyncjava.runtime;

import java.util.List;
import org.asyncjava.Awaitable;

/** What the sources beside it need of the runtime's facade. */
public final class Coroutines {
    private Coroutines() {
    }

    public static <T> T run(Coroutine<T> coroutine) {
        return null;
    }

    public static <T> Task<T> createTask(Awaitable<T> coroutine) {
        throw new UnsupportedOperationException();
    }

    @SafeVarargs
    public static <T> Coroutine<List<T>> gather(Awaitable<? extends T>... operands) {
        throw new UnsupportedOperationException();
    }
}
