package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** What happened, in order. */
final class Log {
    private final List<Object> entries = new ArrayList<>();

    void add(Object entry) {
        entries.add(entry);
    }

    /** Adds an entry; for a method that ends with it. */
    Coroutine<Object> ending(Object entry) {
        add(entry);
        return Coroutine.of(entry);
    }

    Runnable adding(Object entry) {
        return () -> add(entry);
    }

    List<Object> entries() {
        return entries;
    }

    /** Adds the message of a cancellation, and fails if there was none. */
    void cancelled(String who, Throwable failure) {
        if (!(failure instanceof CancellationException)) {
            throw new AssertionError("not cancelled: " + who, failure);
        }
        add(who + " " + failure.getMessage());
    }
}
