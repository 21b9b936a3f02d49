package org.asyncjava.examples.dispatchers;

import java.util.concurrent.CompletableFuture;

/** Results that come from a thread of their own, not before somebody waits for them: so each await of one really suspends. */
final class Elsewhere {
    private Elsewhere() {
    }

    static <T> CompletableFuture<T> compute(T value) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new Thread(() -> {
            while (result.getNumberOfDependents() == 0) {
                Thread.onSpinWait();
            }
            result.complete(value);
        }, "elsewhere").start();
        return result;
    }
}
