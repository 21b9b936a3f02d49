package org.asyncjava.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread of a scheduled executor, which is known by having run something of this host's. Equal to another one of the same executor. */
final class ExecutorHost implements LoopHost {
    private final ScheduledExecutorService executor;
    private volatile Thread thread;

    private ExecutorHost(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    static ExecutorHost of(ScheduledExecutorService executor) {
        return new ExecutorHost(Objects.requireNonNull(executor, "executor"));
    }

    @Override
    public void execute(Runnable turn) {
        executor.execute(() -> runHere(turn));
    }

    @Override
    public Runnable schedule(Runnable turn, Duration delay) {
        Future<?> timer = executor.schedule(() -> runHere(turn), Nanos.of(delay), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    /** The executor may have replaced its thread. */
    private void runHere(Runnable turn) {
        Thread current = Thread.currentThread();
        if (thread != current) {
            thread = current;
        }
        turn.run();
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** An executor tells nobody of its end. */
    @Override
    public void onEnd(Runnable ended) {
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExecutorHost that && that.executor == executor;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(executor);
    }
}
