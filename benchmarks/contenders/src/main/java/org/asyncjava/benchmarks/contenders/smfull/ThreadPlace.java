package org.asyncjava.benchmarks.contenders.smfull;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What a thread knows: the executor in force, and how many resumptions are nested on its stack. */
final class ThreadPlace {
    /** More than so many nested resumptions are left to the outermost one. */
    private static final int MAX_DEPTH = 32;

    private static final ThreadLocal<ThreadPlace> CURRENT = ThreadLocal.withInitial(ThreadPlace::new);

    /** Where what suspends on this thread goes on; null for "where its operand completes". */
    Executor dispatcher;

    private int depth;
    private ArrayDeque<Machine<?>> queue;

    static ThreadPlace current() {
        return CURRENT.get();
    }

    /** Calls something with an executor in force. */
    static <T> T call(Executor dispatcher, Supplier<T> call) {
        ThreadPlace place = current();
        Executor outside = place.dispatcher;
        place.dispatcher = dispatcher;
        try {
            return call.get();
        } finally {
            place.dispatcher = outside;
        }
    }

    /** Takes a level, or leaves the machine to the outermost level and returns false. */
    boolean enter(Machine<?> machine) {
        if (depth < MAX_DEPTH) {
            depth++;
            return true;
        }
        if (queue == null) {
            queue = new ArrayDeque<>();
        }
        queue.add(machine);
        return false;
    }

    /** Gives the level back; the outermost one hands out what was left to it, one after the other, before it does. */
    Machine<?> leave() {
        Machine<?> left = depth == 1 && queue != null ? queue.poll() : null;
        if (left == null) {
            depth--;
        }
        return left;
    }
}
