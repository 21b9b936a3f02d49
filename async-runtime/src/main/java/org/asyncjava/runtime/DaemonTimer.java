package org.asyncjava.runtime;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that times sleeps where no loop runs. It runs no code of programs. It is there only while there is something to time, since
 * a thread keeps the class loader of what it runs.
 */
final class DaemonTimer {
    static final ScheduledThreadPoolExecutor THREAD = start();

    private DaemonTimer() {
    }

    private static ScheduledThreadPoolExecutor start() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(null, task, "async-java-timer", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    static Future<?> schedule(Runnable timer, long nanos) {
        return THREAD.schedule(timer, nanos, TimeUnit.NANOSECONDS);
    }
}
