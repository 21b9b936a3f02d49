package org.asyncjava.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A loop's pool of threads for calls that block, made when it is first needed. Confined to the loop. */
final class DefaultExecutor {
    private enum Life { OPEN, SHUT_DOWN }

    /** As asyncio's pool. */
    private static final int THREADS = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);

    private Life life = Life.OPEN;
    private ExecutorService service;

    void replace(ExecutorService replacement) {
        service = replacement;
    }

    Executor get() {
        if (life == Life.SHUT_DOWN) {
            throw new RejectedExecutionException("Executor shutdown has been called");
        }
        if (service == null) {
            service = Executors.newFixedThreadPool(THREADS, new Threads());
        }
        return service;
    }

    /** Takes no more calls; those that were taken run to their end. Returns what is to end, or null. */
    ExecutorService shutDown() {
        life = Life.SHUT_DOWN;
        if (service != null) {
            try {
                service.shutdown();
            } catch (Throwable failure) { // an executor of the program's
                service = null;
                DroppedFailure.reportBroken("shutdown() of the loop's executor", failure, null);
            }
        }
        return service;
    }

    /** Shuts down and tells a loop whether the calls have ended in time. */
    Deferred<Boolean> shutDown(long nanos, EventLoop loop) {
        Deferred<Boolean> ended = new Deferred<>(loop);
        ExecutorService ending = shutDown();
        if (ending == null || ending.isTerminated()) {
            ended.complete(true);
        } else {
            awaitEnd(ending, nanos, ended);
        }
        return ended;
    }

    /** Waits on a thread of its own. */
    private static void awaitEnd(ExecutorService service, long nanos, Deferred<Boolean> ended) {
        Thread waiting = new Thread(() -> {
            boolean terminated = isTerminated(service, nanos);
            try {
                ended.completeThreadsafe(terminated);
            } catch (RejectedExecutionException closed) {
                return; // nobody is left to hear of it
            }
        }, "asyncjava-shutdown");
        waiting.setDaemon(true);
        waiting.start();
    }

    private static boolean isTerminated(ExecutorService service, long nanos) {
        try {
            return service.awaitTermination(nanos, TimeUnit.NANOSECONDS);
        } catch (Throwable failure) { // an executor of the program's
            DroppedFailure.reportBroken("awaitTermination() of the loop's executor", failure, null);
            return false;
        }
    }

    private static final class Threads implements ThreadFactory {
        private static final AtomicInteger POOLS = new AtomicInteger();

        private final AtomicInteger made = new AtomicInteger();
        private final int pool = POOLS.getAndIncrement();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "asyncjava-" + pool + "-" + made.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        }
    }
}
