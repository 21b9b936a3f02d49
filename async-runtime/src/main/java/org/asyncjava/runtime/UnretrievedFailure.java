package org.asyncjava.runtime;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A failure that nobody has asked for yet. It is reported once: when its future is collected as garbage, or when the loop is closed.
 * Made only for failures that nobody was waiting for, so that success pays nothing.
 */
final class UnretrievedFailure implements Runnable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final EventLoop loop;
    private final Throwable failure;
    private final WeakReference<LoopFuture<?>> future;

    /** As the future is, and known to nobody: what the report shows when the future is garbage. */
    private final LoopFuture<?> likeness;

    private final AtomicBoolean settled = new AtomicBoolean();
    private Cleaner.Cleanable cleanable;

    /** Does not hold the future. */
    private UnretrievedFailure(LoopFuture<?> future, Throwable failure) {
        this.loop = future.loop;
        this.failure = failure;
        this.future = new WeakReference<>(future);
        this.likeness = future.likeness(Failure.failed(failure));
    }

    /** Called while the future is being settled: calls no code of the program, such as the failure's {@code toString}. */
    static UnretrievedFailure watch(LoopFuture<?> future, Throwable failure) {
        UnretrievedFailure report = new UnretrievedFailure(future, failure);
        future.loop.unretrieved.add(report);
        report.cleanable = CLEANER.register(future, report);
        return report;
    }

    /** Somebody has asked. */
    void retrieved() {
        settled.set(true);
        loop.unretrieved.remove(this);
        cleanable.clean();
    }

    /** Its future is garbage. Called by the cleaner's thread. */
    @Override
    public void run() {
        if (settled.getAndSet(true)) {
            return;
        }
        loop.unretrieved.remove(this);
        try {
            loop.execute(this::tell);
        } catch (RejectedExecutionException closed) {
            DefaultDispatch.run(this::tell);
        }
    }

    /** The loop is being closed. */
    void report() {
        if (!settled.getAndSet(true)) {
            tell();
        }
    }

    private void tell() {
        LoopFuture<?> still = future.get();
        LoopFuture<?> source = still == null ? likeness : still;
        loop.callExceptionHandler(new FailureContext((source instanceof Task ? "Task" : "Deferred") + " exception was never retrieved", failure, source));
    }
}
