package org.asyncjava.runtime;

import java.util.List;

/** The methods that return a future and are suspended, on a loop or on none, in debug mode. Thread-safe. */
final class SuspendedMethods {
    private static final WeakList<HotContinuation<?>> ALL = new WeakList<>();

    private SuspendedMethods() {
    }

    /** A method is about to be suspended for the first time. */
    static void made(HotContinuation<?> call) {
        ALL.add(call);
        CreationSites.noteCall(call);
        CallTimes.made(call, System.nanoTime());
    }

    /** Those that have not ended. */
    static List<HotContinuation<?>> suspended() {
        return ALL.all().stream().filter(call -> !call.isDone()).toList();
    }
}
