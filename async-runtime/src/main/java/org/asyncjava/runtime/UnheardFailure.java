package org.asyncjava.runtime;

import java.lang.ref.Cleaner;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports the failure of a method that returns a {@code CompletableFuture} and whose caller has dropped that future, in debug mode: when it is
 * collected as garbage, or when the JVM ends. The JDK's futures tell nobody. Who has asked is whoever has a dependent made, awaits, or asks for
 * the outcome; {@code allOf} and {@code anyOf} of a future that has failed already are not seen. Thread-safe.
 */
final class UnheardFailure implements Runnable {
    private static final Map<CompletableFuture<?>, UnheardFailure> BY_FUTURE = Collections.synchronizedMap(new WeakHashMap<>());
    private static final Set<UnheardFailure> OPEN = ConcurrentHashMap.newKeySet();

    /** Made in debug mode alone: these threads hold this class as long as the JVM runs. */
    private static final class Threads {
        private static final Cleaner CLEANER = Cleaner.create();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(UnheardFailure::reportRest, "async-java-unheard-failures"));
        }
    }

    private final Throwable failure;
    private final String method;
    private final Dispatcher dispatcher;

    private UnheardFailure(Throwable failure, String method, Dispatcher dispatcher) {
        this.failure = failure;
        this.method = method;
        this.dispatcher = dispatcher;
    }

    /**
     * A future has failed, and nobody is waiting for it.
     *
     * @param method the method whose result it is, or null
     * @param dispatcher where the method ran, or null
     */
    static void watch(CompletableFuture<?> future, Throwable failure, String method, Dispatcher dispatcher) {
        if (!(failure instanceof CancellationException)) {
            UnheardFailure watch = new UnheardFailure(failure, method, dispatcher);
            OPEN.add(watch);
            BY_FUTURE.put(future, watch);
            Threads.CLEANER.register(future, watch);
        }
    }

    /** Somebody asks for the outcome of a future. */
    static void heard(CompletableFuture<?> future) {
        UnheardFailure watch = BY_FUTURE.remove(future);
        if (watch != null) {
            OPEN.remove(watch);
        }
    }

    private String message() {
        return "exception of " + (method == null ? "a method" : method + "()") + " was never retrieved: nobody has asked for its result";
    }

    /** The future is garbage. Called by the cleaner's thread. */
    @Override
    public void run() {
        if (OPEN.remove(this)) {
            if (dispatcher instanceof Loop loop && loop.isOpen()) {
                loop.callExceptionHandler(new FailureContext(message(), failure, null));
            } else {
                FailureLog.error(message(), failure);
            }
        }
    }

    /** The JVM ends. The log may have ended before. */
    private static void reportRest() {
        OPEN.stream().filter(OPEN::remove).forEach(watch -> System.err.println(watch.message() + ": " + ShortText.of(watch.failure)));
    }
}
