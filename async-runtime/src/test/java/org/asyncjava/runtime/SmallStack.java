package org.asyncjava.runtime;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/** Runs a program on a thread with a stack of 512 KB. */
final class SmallStack {
    private static final long SIZE = 512 * 1024;

    private SmallStack() {
    }

    static <T> T call(Callable<T> program) throws Exception {
        FutureTask<T> task = new FutureTask<>(program);
        Thread thread = new Thread(null, task, "small-stack", SIZE);
        thread.start();
        return task.get();
    }

    /** Runs a test there; throws, wrapped, what it throws. */
    static void run(Runnable test) {
        try {
            call(Executors.callable(test));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
