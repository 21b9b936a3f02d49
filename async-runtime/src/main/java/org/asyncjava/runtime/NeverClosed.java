package org.asyncjava.runtime;

import java.lang.ref.Cleaner;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Reports generators that nobody has closed, in debug mode, when they are collected as garbage: what stands in their {@code finally} never ran. Keeps
 * none of them alive. Thread-safe.
 */
final class NeverClosed {
    private static final Map<Continuation<?>, Watch> BY_GENERATOR = Collections.synchronizedMap(new WeakHashMap<>());

    /** A thread that holds this class, and so its class loader, as long as the JVM runs: made in debug mode alone. */
    private static final class Threads {
        private static final Cleaner CLEANER = Cleaner.create();
    }

    private NeverClosed() {
    }

    /** An iteration is being made. */
    static void made(Continuation<?> call) {
        if (Debug.ENABLED) {
            CreationSite site = CreationSite.current(NeverClosed.class);
            if (site != null) {
                Watch watch = new Watch(SourcePosition.of(call).method(), site);
                BY_GENERATOR.put(call, watch);
                Threads.CLEANER.register(call, watch);
            }
        }
    }

    /** It has something to do when it is closed. */
    static void stands(Continuation<?> call) {
        if (Debug.ENABLED) {
            mark(call, true);
        }
    }

    /** It has ended. */
    static void ended(Continuation<?> call) {
        if (Debug.ENABLED) {
            mark(call, false);
        }
    }

    private static void mark(Continuation<?> call, boolean isOpen) {
        Watch watch = BY_GENERATOR.get(call);
        if (watch != null) {
            watch.isOpen = isOpen;
        }
    }

    /** What is to be reported; holds the place where the iteration was made, not the generator. */
    private static final class Watch implements Runnable {
        private final String method;
        private final CreationSite site;
        private volatile boolean isOpen;

        private Watch(String method, CreationSite site) {
            this.method = method;
            this.site = site;
        }

        /** The generator is garbage. Called by the cleaner's thread. */
        @Override
        public void run() {
            if (isOpen) {
                FailureLog.warning("asynchronous generator '" + method + "' was never closed, begun at " + site.line(), new CreationTrace(site));
            }
        }
    }
}
