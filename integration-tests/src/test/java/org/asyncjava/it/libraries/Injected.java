package org.asyncjava.it.libraries;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * What injected code calls. Everything runs on one thread: a method that was made async is called by a method of the old signature, which
 * completes operands until the result is there.
 */
public final class Injected {
    /** Deeper nested calls do not suspend: the runtime would queue their resumption to the outermost one, which waits for them. */
    private static final int MAX_NESTED = 20;

    /** What is emitted between instructions. */
    static final Object NOTHING = new Object();

    private static final Deque<CompletableFuture<Object>> PENDING = new ArrayDeque<>();
    private static int nested;
    private static long awaits;
    private static long suspensions;
    private static long emits;
    private static int every = 1;

    private Injected() {
    }

    /** Begins a run in which each n-th await suspends; 0 for none. */
    static void begin(int nth) {
        PENDING.clear();
        nested = 0;
        awaits = 0;
        suspensions = 0;
        emits = 0;
        every = nth;
    }

    /** How many awaits suspended since {@link #begin}. */
    static long suspensions() {
        return suspensions;
    }

    /** How many awaits there were since {@link #begin}. */
    static long awaits() {
        return awaits;
    }

    /** How many emits there were since {@link #begin}. */
    static long emits() {
        return emits;
    }

    /** The operand of an injected await. */
    public static CompletableFuture<Object> operand() {
        awaits++;
        if (every == 0 || nested >= MAX_NESTED || awaits % every != 0) {
            return CompletableFuture.completedFuture(null);
        }
        suspensions++;
        CompletableFuture<Object> pending = new CompletableFuture<>();
        PENDING.addLast(pending);
        return pending;
    }

    /** The operand of an injected emit. */
    public static Object nothing() {
        emits++;
        return NOTHING;
    }

    /** How many elements a value has: none if it is no array. */
    public static int length(Object value) {
        return value != null && value.getClass().isArray() ? Array.getLength(value) : 0;
    }

    /** An element of an array. */
    public static Object element(Object array, int index) {
        emits++;
        return Array.get(array, index);
    }

    /** The result of a method that was made async. */
    public static Object result(CompletableFuture<?> future) throws Throwable {
        nested++;
        try {
            while (!future.isDone()) {
                PENDING.removeLast().complete(null);
            }
        } finally {
            nested--;
        }
        Throwable failure = future.handle((value, thrown) -> thrown).join();
        if (failure != null) {
            throw failure;
        }
        return future.join();
    }
}
