package org.asyncjava.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * When tasks and methods were made and since when they wait, in debug mode: of tasks in the time of their loop, of methods in that of the system. Keeps none of
 * them alive. Thread-safe.
 */
final class CallTimes {
    private static final Map<Object, CallTimes> BY_CALL = Collections.synchronizedMap(new WeakHashMap<>());

    private final long made;
    private volatile long suspended;

    private CallTimes(long made) {
        this.made = made;
        this.suspended = made;
    }

    static void made(Object call, long now) {
        BY_CALL.put(call, new CallTimes(now));
    }

    /** It has come to the end of a step. */
    static void suspended(Object call, long now) {
        CallTimes times = BY_CALL.get(call);
        if (times != null) {
            times.suspended = now;
        }
    }

    /** What is known of one; null for nothing. */
    static CallTimes of(Object call) {
        return BY_CALL.get(call);
    }

    /** How many nanoseconds ago it was made. */
    long age(long now) {
        return now - made;
    }

    /** How many nanoseconds ago its last step ended. */
    long sinceStep(long now) {
        return now - suspended;
    }
}
