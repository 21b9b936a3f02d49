package org.asyncjava.benchmarks.contenders;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A thread on which recursion does not go far. */
public final class SmallStack {
    private static final long BYTES = 512 * 1024;

    private SmallStack() {
    }

    /** Calls something on a stack of 512 KB. */
    public static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(null, task, "small stack", BYTES).start();
        try {
            return task.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure.getCause() == null ? failure : failure.getCause());
        }
    }
}
