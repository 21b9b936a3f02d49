package org.asyncjava.runtime;

/** What the sources beside it need of the runtime's facade. */
public final class Coroutines {
    private Coroutines() {
    }

    public static <T> T run(Coroutine<T> coroutine) {
        return null;
    }
}
