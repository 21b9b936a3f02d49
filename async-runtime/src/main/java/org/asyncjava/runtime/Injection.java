package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** A cancellation, or a failure, of the test itself at one of its awaits, and whether the test has passed it on. Confined to the loop. */
final class Injection {
    private final int await;
    /** Null for a cancellation. */
    private final Supplier<? extends Throwable> failures;
    private int awaits;
    private Task<?> task;
    private String place;
    private Throwable failure;

    /**
     * An injection that is yet to come.
     *
     * @param await at which await, from 1 on; 0: at none, the awaits are counted
     * @param failures what fails the await; null: it is cancelled
     */
    Injection(int await, Supplier<? extends Throwable> failures) {
        this.await = await;
        this.failures = failures;
    }

    /** How many awaits the test has executed at which it was suspended. */
    int awaits() {
        return awaits;
    }

    boolean isDelivered() {
        return place != null;
    }

    /** At which await it is; 0: at none. */
    int at() {
        return await;
    }

    /** The task that is the test has been suspended; true if this is where it is hit. */
    boolean hits(Task<?> suspended, Continuation<?> innermost) {
        awaits++;
        if (awaits != await) {
            return false;
        }
        task = suspended;
        place = TraceOfRun.programCalls(innermost);
        if (failures == null) {
            suspended.cancel();
        } else {
            failure = failures.get();
            Operands.cancel(innermost.awaited, null);
        }
        return true;
    }

    /** Its next step is about to run: what the await was to give is replaced. */
    void beforeStep(Runnable item) {
        if (item == task && failure != null && !task.isDone()) {
            task.failAtAwait(failure);
            task = null;
        }
    }

    /** Tells whether a failure of the test is what was injected, or has come of it. */
    boolean isCauseOf(Throwable thrown) {
        if (place == null) {
            return false;
        }
        int depth = 0;
        for (Throwable each = thrown; each != null && depth < 100; each = each.getCause()) {
            if (failures == null ? each instanceof CancellationException : each == failure) {
                return true;
            }
            depth++;
        }
        return false;
    }

    /** Tells whether the test has ended as if it had not been cancelled. */
    boolean isSwallowed() {
        return failures == null && task != null && task.cancelling() > 0 && !task.isCancelled();
    }

    @Override
    public String toString() {
        return (failures == null ? "cancelled at its await " : "failed at its await ") + await + (place == null ? "" : ", " + place);
    }
}
