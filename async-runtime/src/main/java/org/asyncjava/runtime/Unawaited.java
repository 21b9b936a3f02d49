package org.asyncjava.runtime;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The coroutines that were made during a test, or outside of all, and that nobody has awaited so far; see {@link NeverAwaited}. Holds the places where they were made,
 * not the coroutines. Thread-safe: a coroutine of a test may be awaited anywhere.
 */
final class Unawaited {
    private final Set<NeverAwaited.Watch> open = ConcurrentHashMap.newKeySet();

    /** Those of the loop that runs on this thread, or else of the test that the thread has begun; null if there is none. */
    static Unawaited here() {
        ThreadState thread = ThreadState.current();
        Loop loop = Loop.running(thread);
        return loop == null ? (Unawaited) thread.unawaited : loop.unawaited;
    }

    void add(NeverAwaited.Watch watch) {
        open.add(watch);
    }

    boolean remove(NeverAwaited.Watch watch) {
        return open.remove(watch);
    }

    /** Those that are still there, in the order in which they were made. */
    List<NeverAwaited.Watch> inOrder() {
        return open.stream().sorted().toList();
    }
}
