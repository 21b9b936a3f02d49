package org.asyncjava.runtime;

import java.lang.ref.Cleaner;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A failure that nobody has asked for yet. It is reported once: when its future is collected as garbage, or when the loop is closed.
 * Made only for failures that nobody was waiting for, so that success pays nothing.
 */
final class UnretrievedFailure implements Runnable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final EventLoop loop;
    private final FailureContext context;
    private final AtomicBoolean settled = new AtomicBoolean();
    private Cleaner.Cleanable cleanable;

    /** Does not hold the future. */
    private UnretrievedFailure(EventLoop loop, FailureContext context) {
        this.loop = loop;
        this.context = context;
    }

    static UnretrievedFailure watch(LoopFuture<?> future, Throwable failure) {
        String kind = future instanceof Task ? "Task" : "Deferred";
        UnretrievedFailure report = new UnretrievedFailure(future.loop,
                new FailureContext(kind + " exception was never retrieved", failure, future.toString()));
        future.loop.unretrieved().add(report);
        report.cleanable = CLEANER.register(future, report);
        return report;
    }

    /** Somebody has asked. */
    void retrieved() {
        settled.set(true);
        loop.unretrieved().remove(this);
        cleanable.clean();
    }

    /** Its future is garbage. Called by the cleaner's thread. */
    @Override
    public void run() {
        if (settled.getAndSet(true)) {
            return;
        }
        loop.unretrieved().remove(this);
        try {
            loop.execute(() -> loop.callExceptionHandler(context));
        } catch (RejectedExecutionException closed) {
            loop.callExceptionHandler(context);
        }
    }

    /** The loop is being closed. */
    void report() {
        if (!settled.getAndSet(true)) {
            loop.callExceptionHandler(context);
        }
    }
}
