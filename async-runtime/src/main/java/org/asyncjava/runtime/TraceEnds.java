package org.asyncjava.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which call the logical trace of an exception has come to. Only that call's failure may make the trace longer, so that an exception which
 * several calls receive, also at the same moment on different threads, has the trace of one chain of them.
 *
 * <p>Holds neither exceptions nor calls, and asks neither for {@code equals} or {@code hashCode}. Thread-safe.
 */
final class TraceEnds {
    /** Calls that stood on a stack: they have no object, and are known by their last frame. */
    static final Reference<Object> ON_STACK = new WeakReference<>(TraceEnds.class);

    private final Map<Key, Reference<Object>> ends = new ConcurrentHashMap<>();
    private final ReferenceQueue<Throwable> collected = new ReferenceQueue<>();

    /** Where an exception's trace ends; null if it has not left the method that has thrown it. */
    Reference<Object> of(Throwable failure) {
        return ends.get(new Key(failure, null));
    }

    /**
     * Moves an end; whoever moves it may add to the trace.
     *
     * @param before what {@link #of} has given
     * @param end where the trace ends from now on
     * @return false if somebody else was quicker
     */
    boolean move(Throwable failure, Reference<Object> before, Reference<Object> end) {
        forgetCollected();
        Key key = new Key(failure, collected);
        return before == null ? ends.putIfAbsent(key, end) == null : ends.replace(key, before, end);
    }

    private void forgetCollected() {
        for (Reference<?> key = collected.poll(); key != null; key = collected.poll()) {
            ends.remove(key);
        }
    }

    /** An exception as itself. */
    private static final class Key extends WeakReference<Throwable> {
        private final int hash;

        private Key(Throwable failure, ReferenceQueue<Throwable> queue) {
            super(failure, queue);
            hash = System.identityHashCode(failure);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Key key && key.hash == hash && get() != null && key.get() == get();
        }
    }
}
