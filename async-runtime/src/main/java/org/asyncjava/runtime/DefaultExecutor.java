package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A loop's pool of threads for calls that block, made when it is first needed. Confined to the loop. */
final class DefaultExecutor {
    private enum Life { OPEN, SHUT_DOWN }

    /** As asyncio's pool. */
    private static final int THREADS = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);

    private final Supplier<? extends ExecutorService> pools;
    private Life life = Life.OPEN;
    private ExecutorService service;
    private ExecutorService virtualThreads;
    /** What was replaced and has not been seen to end. */
    private final List<ExecutorService> replaced = new ArrayList<>(0);

    private DefaultExecutor(Supplier<? extends ExecutorService> pools) {
        this.pools = pools;
    }

    /** With a pool of the loop's own. */
    static DefaultExecutor ofLoop() {
        return new DefaultExecutor(OwnPool::new);
    }

    /** With the pool of all strands, whose threads end when they have had nothing to do for a while. */
    static DefaultExecutor ofStrand() {
        return new DefaultExecutor(() -> PoolOfStrands.SHARED);
    }

    /** What there was before takes no more calls and ends with those that it has taken; one that was given may have other users until the loop ends. */
    void replace(ExecutorService replacement) {
        ExecutorService before = service;
        service = replacement;
        replaced.remove(replacement);
        if (before != null && before != replacement) {
            replaced.add(before);
            if (before instanceof OwnPool) {
                before.shutdown();
            }
        }
    }

    Executor get() {
        requireOpen();
        if (service == null) {
            service = pools.get();
        }
        return service;
    }

    /** Where {@code toThread} calls something: on virtual threads if there are any, otherwise in the pool. */
    Executor forThreadCalls() {
        requireOpen();
        if (VirtualThreads.EXECUTOR == null) {
            return get();
        }
        if (virtualThreads == null) {
            virtualThreads = VirtualThreads.newService();
        }
        return virtualThreads;
    }

    /** Tells whether an executor's threads are none of the program's. */
    boolean isOwn(Executor executor) {
        return executor instanceof OwnPool || executor instanceof PoolOfStrands || executor == virtualThreads;
    }

    private void requireOpen() {
        if (life == Life.SHUT_DOWN) {
            throw new RejectedExecutionException("Executor shutdown has been called");
        }
    }

    /** Takes no more calls; those that were taken run to their end. Returns what is to end. */
    List<ExecutorService> shutDown() {
        life = Life.SHUT_DOWN;
        List<ExecutorService> ending = new ArrayList<>(replaced);
        if (service != null && !(service instanceof PoolOfStrands)) {
            ending.add(service);
        }
        if (virtualThreads != null) {
            ending.add(virtualThreads);
        }
        ending.removeIf(DefaultExecutor::hasEnded);
        return ending;
    }

    /** Shuts one down; false if there are calls of it to wait for. */
    private static boolean hasEnded(ExecutorService service) {
        try {
            service.shutdown();
            return service.isTerminated();
        } catch (Throwable failure) { // an executor of the program's
            DroppedFailure.reportBroken("shutdown() of the loop's executor", failure, null);
            return true;
        }
    }

    /** Shuts down and tells a loop whether the calls have ended in time. */
    Deferred<Boolean> shutDown(long nanos, EventLoop loop) {
        Deferred<Boolean> ended = new Deferred<>(loop);
        List<ExecutorService> ending = shutDown();
        if (ending.isEmpty()) {
            ended.complete(true);
        } else {
            awaitEnd(ending, nanos, ended);
            WorkElsewhere.until(ended);
        }
        return ended;
    }

    /** Waits on a thread of its own. */
    private static void awaitEnd(List<ExecutorService> services, long nanos, Deferred<Boolean> ended) {
        Thread waiting = new Thread(() -> {
            long end = System.nanoTime() + nanos;
            boolean terminated = services.stream().allMatch(service -> isTerminated(service, end - System.nanoTime()));
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

    /** A pool that nobody else knows. */
    private static final class OwnPool extends ThreadPoolExecutor {
        private OwnPool() {
            super(THREADS, THREADS, 0, TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), new Threads());
        }
    }

    /** A pool that ends with the process. */
    private static final class PoolOfStrands extends ThreadPoolExecutor {
        private static final PoolOfStrands SHARED = new PoolOfStrands();

        private PoolOfStrands() {
            super(THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new Threads());
            allowCoreThreadTimeOut(true);
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
