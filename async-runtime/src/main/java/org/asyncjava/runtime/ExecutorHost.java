package org.asyncjava.runtime;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread of a scheduled executor, which is known by having run something of this host's. Equal to another one of the same executor. */
final class ExecutorHost implements LoopHost {
    /** How long until it is looked again whether the executor has ended. */
    private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

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

    /** Not the executor's own timers: those that are pending keep it from ending, and often keep what was cancelled. */
    @Override
    public Runnable schedule(Runnable turn, Duration delay) {
        return DefaultDispatch.runLater(turn, Nanos.of(delay));
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

    /** The executor's thread is known before it runs what it is given later. An executor tells nobody of its end, and may drop what it was given. */
    @Override
    public void onEnd(Runnable ended) {
        try {
            execute(() -> { });
        } catch (RejectedExecutionException alreadyEnded) {
            ended.run();
            return;
        }
        lookLater(new WeakReference<>(ended));
    }

    /** A loop that has ended already is not kept. */
    private void lookLater(WeakReference<Runnable> ended) {
        DefaultDispatch.runLater(() -> look(ended), LOOK);
    }

    private void look(WeakReference<Runnable> reference) {
        Runnable ended = reference.get();
        if (ended == null) {
            return;
        }
        if (executor.isTerminated()) {
            ended.run();
        } else {
            lookLater(reference);
        }
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
