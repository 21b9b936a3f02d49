package org.asyncjava.runtime;

import org.asyncjava.Awaitable;

/** {@code Coroutines.run} on a loop whose sleeps take no time and end when nothing else is left to do. */
final class VirtualTime {
    private VirtualTime() {
    }

    static <T> T run(Awaitable<T> main) {
        return AnyLoop.runInVirtualTime(main);
    }
}
