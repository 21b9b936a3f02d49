package org.asyncjava.blockhound;

import org.asyncjava.runtime.EventLoop;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Has BlockHound report what blocks in a step of an event loop, whatever thread that runs on. Found by {@code BlockHound.install()} as a service; public for
 * that alone.
 *
 * @since 0.1.0
 */
public final class AsyncJavaIntegration implements BlockHoundIntegration {
    private static final String CONDITION = "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject";
    private static final String VIRTUAL_THREAD = "java.lang.VirtualThread";
    private static final String FORK_JOIN_POOL = "java.util.concurrent.ForkJoinPool";
    private static final String SCHEDULED_QUEUE = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";

    /** Called by the service loader. */
    public AsyncJavaIntegration() {
    }

    @Override
    public void applyTo(BlockHound.Builder builder) {
        reportInSteps(builder);
        reportConditionsAtOnce(builder);
        seeVirtualThreads(builder);
        allowHandingOver(builder);
        allowReadingOnce(builder);
        allowReports(builder);
        allowTurnsOfThreads(builder);
    }

    /** Any thread may run a step, and most of the time it does not: each is asked whenever it blocks. */
    private static void reportInSteps(BlockHound.Builder builder) {
        builder.addDynamicThreadPredicate(thread -> true);
        builder.nonBlockingThreadPredicate(known -> known.or(thread -> EventLoop.isInStep()));
    }

    /**
     * A wait for a condition, as in {@code BlockingQueue.take}, is reported where it parks, when it has released the lock: the lock's owner then fails with an
     * {@code IllegalMonitorStateException}, and the report is lost.
     */
    private static void reportConditionsAtOnce(BlockHound.Builder builder) {
        builder.markAsBlocking(CONDITION, "await", "()V");
        builder.markAsBlocking(CONDITION, "await", "(JLjava/util/concurrent/TimeUnit;)Z");
        builder.markAsBlocking(CONDITION, "awaitNanos", "(J)J");
        builder.markAsBlocking(CONDITION, "awaitUntil", "(Ljava/util/Date;)Z");
        builder.markAsBlocking(CONDITION, "awaitUninterruptibly", "()V");
    }

    /** BlockHound knows how threads of the system wait; strands often have virtual ones. */
    private static void seeVirtualThreads(BlockHound.Builder builder) {
        builder.markAsBlocking(VIRTUAL_THREAD, "park", "()V");
        builder.markAsBlocking(VIRTUAL_THREAD, "parkNanos", "(J)V");
        builder.markAsBlocking(VIRTUAL_THREAD, "sleepNanos", "(J)V");
    }

    /** Whoever gives work to an executor waits for a lock if another thread does the same, and not for the work. None of these runs any. */
    private static void allowHandingOver(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("java.util.concurrent.LinkedBlockingQueue", "offer");
        builder.allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "addWorker");
        builder.allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "shutdown");
        builder.allowBlockingCallsInside(SCHEDULED_QUEUE, "offer");
        builder.allowBlockingCallsInside(SCHEDULED_QUEUE, "remove");
        builder.allowBlockingCallsInside(FORK_JOIN_POOL, "execute");
        builder.allowBlockingCallsInside(FORK_JOIN_POOL, "submit");
    }

    /**
     * What is read once, wherever it is first needed, as a class is, which BlockHound allows: a failure there would stay. Random numbers of the system are there
     * at once.
     */
    private static void allowReadingOnce(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("java.util.ServiceLoader$LazyClassPathLookupIterator", "nextProviderClass");
        builder.allowBlockingCallsInside("java.util.logging.LogManager", "ensureLogManagerInitialized");
        builder.allowBlockingCallsInside("sun.net.NetProperties", "loadDefaultProperties");
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
    }

    /** The runtime's own reports: a failure that nobody catches must not get lost. */
    private static void allowReports(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("org.asyncjava.runtime.FailureLog", "write");
    }

    /** A test's loop waits while a call on another thread has its turn. */
    private static void allowTurnsOfThreads(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("org.asyncjava.runtime.TestThreads", "await");
    }
}
