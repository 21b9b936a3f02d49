package org.asyncjava.runtime;

import java.lang.ref.Cleaner;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reports coroutines that nobody has awaited: those that a test has made at its end, any other in debug mode, when they are collected as garbage
 * or when the JVM ends. Keeps none of them alive. Thread-safe.
 */
final class NeverAwaited {
    private static final Map<Coroutine<?>, Watch> BY_COROUTINE = Collections.synchronizedMap(new WeakHashMap<>());
    /** Those of no test, also those whose coroutines are garbage already. */
    private static final Unawaited OUTSIDE_TESTS = new Unawaited();
    private static final AtomicLong MADE = new AtomicLong();

    /** Threads that hold this class, and so its class loader, as long as the JVM runs: made in debug mode alone. */
    private static final class Threads {
        private static final Cleaner CLEANER = Cleaner.create();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(NeverAwaited::reportRest, "async-java-never-awaited"));
        }
    }

    private NeverAwaited() {
    }

    /** Somebody has a coroutine who will run it: that it is not awaited is no mistake. Costs nothing outside tests and debug mode. */
    static void takenOver(Object awaitable) {
        if (Debug.WATCHES_COROUTINES && awaitable instanceof Coroutine<?> coroutine) { // another kind may have a hashCode of its own
            settled(coroutine);
        }
    }

    /** A coroutine is being made. */
    static void created(Coroutine<?> coroutine) {
        Unawaited test = Unawaited.here();
        CreationSite site = test != null || Debug.ENABLED ? CreationSite.current(NeverAwaited.class) : null;
        if (site != null) {
            Watch watch = new Watch(site, test == null ? OUTSIDE_TESTS : test, MADE.incrementAndGet());
            watch.open.add(watch);
            BY_COROUTINE.put(coroutine, watch);
            if (test == null) {
                Threads.CLEANER.register(coroutine, watch);
            }
        }
    }

    private static void settled(Object coroutine) {
        Watch watch = BY_COROUTINE.remove(coroutine);
        if (watch != null) {
            watch.end();
        }
    }

    /** The JVM ends. The log may have ended before: this goes to where Python's warnings go. */
    private static void reportRest() {
        OUTSIDE_TESTS.inOrder().stream().filter(Watch::end).map(Watch::message).forEach(System.err::println);
    }

    /** What is to be reported; holds the coroutine's place of creation, not the coroutine. They are in the order in which they were made. */
    static final class Watch implements Runnable, Comparable<Watch> {
        private final CreationSite site;
        private final Unawaited open;
        private final long number;

        private Watch(CreationSite site, Unawaited open, long number) {
            this.site = site;
            this.open = open;
            this.number = number;
        }

        /** Whether nobody has done so before. */
        private boolean end() {
            return open.remove(this);
        }

        String message() {
            return "coroutine '" + site.makerName() + "' was never awaited, created at " + site.line();
        }

        CreationTrace trace() {
            return new CreationTrace(site);
        }

        /** The coroutine is garbage. Called by the cleaner's thread. */
        @Override
        public void run() {
            if (end()) {
                FailureLog.warning(message(), trace());
            }
        }

        @Override
        public int compareTo(Watch other) {
            return Long.compare(number, other.number);
        }
    }
}
