package org.asyncjava.runtime;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Which task has taken a lock or a permit last, where deadlocks are looked for. Keeps neither alive. Thread-safe. */
final class Takers {
    private static final Map<Object, WeakReference<Task<?>>> BY_OWNER = Collections.synchronizedMap(new WeakHashMap<>());

    private Takers() {
    }

    /** The task that runs here has taken something. */
    static void note(Lender lender) {
        EventLoop loop = EventLoop.on(ThreadState.current());
        Task<?> task = loop == null ? null : loop.tasks.current();
        if (task != null) {
            BY_OWNER.put(lender.owner(), new WeakReference<>(task));
        }
    }

    /** Who has taken it last, if that has not ended; null if it is not known. */
    static Task<?> of(Object owner) {
        WeakReference<Task<?>> taker = BY_OWNER.get(owner);
        Task<?> task = taker == null ? null : taker.get();
        return task == null || task.isDone() ? null : task;
    }
}
