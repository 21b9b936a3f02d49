package org.asyncjava.runtime;

import org.asyncjava.Awaitable;

/** {@code Coroutines.run} on a loop whose sleeps take no time and end when nothing else is left to do. */
final class VirtualTime {
    private VirtualTime() {
    }

    static <T> T run(Awaitable<T> main) {
        Object[] result = new Object[1];
        TestLoop.virtualTime(() -> result[0] = Coroutines.run(main));
        @SuppressWarnings("unchecked")
        T value = (T) result[0];
        return value;
    }
}
