package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** A cancellation, or a failure, of the test itself at one of its awaits, and whether the test has passed it on. Confined to the loop. */
final class Injection {
    private final Moment moment;
    /** Null for a cancellation. */
    private final Supplier<? extends Throwable> failures;
    private int awaits;
    private Task<?> task;
    private String place;
    private Throwable failure;
    /** Whether a task that was to go on has been cancelled first. */
    private boolean isAsked;

    /**
     * An injection that is yet to come.
     *
     * @param moment when it comes; never: the awaits are counted
     * @param failures what fails the await; null: it is cancelled
     */
    Injection(Moment moment, Supplier<? extends Throwable> failures) {
        this.moment = moment;
        this.failures = failures;
    }

    /** How many awaits the test has executed at which it was suspended. */
    int awaits() {
        return awaits;
    }

    boolean isDelivered() {
        return place != null;
    }

    Moment moment() {
        return moment;
    }

    /** The task that is the test has been suspended; true if this is where it is hit. */
    boolean hits(Task<?> suspended, Continuation<?> innermost) {
        awaits++;
        if (awaits != moment.await()) {
            return false;
        }
        task = suspended;
        place = TraceOfRun.programCalls(innermost);
        if (failures != null) {
            failure = failures.get();
            Operands.cancel(innermost.awaited, null);
        } else if (moment.stage() == Moment.Stage.BEGUN) {
            suspended.cancel();
        }
        return true;
    }

    /** Its next step is about to run: what the await was to give is replaced, or dropped. */
    void beforeStep(Runnable item) {
        if (item != task || task.isDone()) {
            return;
        }
        if (failure != null) {
            task.failAtAwait(failure);
            task = null;
        } else if (moment.stage() == Moment.Stage.OVER && !isAsked) {
            isAsked = true;
            task.cancel();
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
        return (failures == null ? "cancelled at its " : "failed at its ") + moment.described() + (place == null ? "" : ", " + place);
    }
}
