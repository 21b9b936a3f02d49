package org.asyncjava.it.harness;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Two threads complete the operands at once, while the program may still be about to suspend. */
final class ThreadConductor implements Conductor {
    private static final long PATIENCE_SECONDS = 1_800;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @Override
    public void complete(Runnable completion) {
        threads.execute(completion);
    }

    @Override
    public Object result(Callable<Object> program) throws Throwable {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        HotDriver.stage(ThrownAtCaller.guard(program)).whenComplete((value, failure) -> {
            if (failure == null) {
                outcome.complete(value);
            } else {
                outcome.completeExceptionally(new Exception(failure));
            }
        });
        try {
            return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause().getCause();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
