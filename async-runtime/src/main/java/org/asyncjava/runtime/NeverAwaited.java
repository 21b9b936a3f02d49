package org.asyncjava.runtime;

import java.lang.ref.Cleaner;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports coroutines that nobody has awaited, in debug mode: when they are collected as garbage, or when the JVM ends. Keeps none of them
 * alive. Thread-safe.
 */
final class NeverAwaited {
    private static final Map<Coroutine<?>, Watch> BY_COROUTINE = Collections.synchronizedMap(new WeakHashMap<>());
    /** All that may still have to be reported, also those whose coroutines are garbage already. */
    private static final Set<Watch> OPEN = ConcurrentHashMap.newKeySet();

    /** Threads that hold this class, and so its class loader, as long as the JVM runs: made in debug mode alone. */
    private static final class Threads {
        private static final Cleaner CLEANER = Cleaner.create();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(NeverAwaited::reportRest, "async-java-never-awaited"));
        }
    }

    private NeverAwaited() {
    }

    /** Somebody has a coroutine who will run it: that it is not awaited is no mistake. Costs nothing outside debug mode. */
    static void takenOver(Object awaitable) {
        if (Debug.ENABLED && awaitable instanceof Coroutine<?> coroutine) { // another kind may have a hashCode of its own
            settled(coroutine);
        }
    }

    /** A coroutine is being made. */
    static void created(Coroutine<?> coroutine) {
        CreationSite site = CreationSite.current(NeverAwaited.class);
        if (site != null) {
            Watch watch = new Watch(site);
            OPEN.add(watch);
            BY_COROUTINE.put(coroutine, watch);
            Threads.CLEANER.register(coroutine, watch);
        }
    }

    private static void settled(Object coroutine) {
        Watch watch = BY_COROUTINE.remove(coroutine);
        if (watch != null) {
            OPEN.remove(watch);
        }
    }

    /** The JVM ends. The log may have ended before: this goes to where Python's warnings go. */
    private static void reportRest() {
        OPEN.stream().filter(Watch::isDue).map(Watch::message).forEach(System.err::println);
    }

    /** What is to be reported; holds the coroutine's place of creation, not the coroutine. */
    private static final class Watch implements Runnable {
        private final CreationSite site;

        private Watch(CreationSite site) {
            this.site = site;
        }

        private boolean isDue() {
            return OPEN.remove(this);
        }

        private String message() {
            return "coroutine '" + site.makerName() + "' was never awaited, created at " + site.line();
        }

        /** The coroutine is garbage. Called by the cleaner's thread. */
        @Override
        public void run() {
            if (isDue()) {
                FailureLog.warning(message(), new CreationTrace(site));
            }
        }
    }
}
