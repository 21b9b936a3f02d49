package org.asyncjava.it.harness;

import java.util.concurrent.CompletableFuture;

/** What an async method returned, running and as a future. */
public final class Started {
    private Started() {
    }

    /**
     * Starts a coroutine inside a hot method; a stage is running already.
     *
     * @param returned a stage or a coroutine
     * @return a future with the same outcome
     */
    public static CompletableFuture<?> future(Object returned) {
        return HotDriver.stage(returned).toCompletableFuture();
    }
}
