package org.asyncjava.runtime;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that times sleeps where no loop runs. Started at the first of them. */
final class DaemonTimer {
    private static final ScheduledThreadPoolExecutor THREAD = start();

    private DaemonTimer() {
    }

    private static ScheduledThreadPoolExecutor start() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "async-java-timer");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    static Future<?> schedule(Runnable timer, long nanos) {
        return THREAD.schedule(timer, nanos, TimeUnit.NANOSECONDS);
    }
}
