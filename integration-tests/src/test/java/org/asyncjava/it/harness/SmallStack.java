package org.asyncjava.it.harness;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread with a stack of 512 KB, which ten thousand nested calls overflow. */
public final class SmallStack {
    private static final long STACK_BYTES = 512 * 1024;
    private static final long PATIENCE_SECONDS = 1_800;

    private SmallStack() {
    }

    /**
     * Calls something on such a thread.
     *
     * @param task what to call
     * @param <T> the type of its value
     * @return its value
     * @throws Exception what it threw
     */
    public static <T> T call(Callable<T> task) throws Exception {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> {
            try {
                outcome.complete(task.call());
            } catch (Throwable failure) {
                outcome.completeExceptionally(failure);
            }
        }, "small stack", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        } catch (TimeoutException e) {
            throw new AssertionError("no end after " + PATIENCE_SECONDS + " s", e);
        }
    }
}
