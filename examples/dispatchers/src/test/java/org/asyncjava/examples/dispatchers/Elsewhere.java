package org.asyncjava.examples.dispatchers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Results that come from a thread of their own, a little later. */
final class Elsewhere {
    private static final Executor THREADS = command -> new Thread(command, "elsewhere").start();

    private Elsewhere() {
    }

    static <T> CompletableFuture<T> compute(T value) {
        return CompletableFuture.supplyAsync(() -> value, THREADS);
    }
}
