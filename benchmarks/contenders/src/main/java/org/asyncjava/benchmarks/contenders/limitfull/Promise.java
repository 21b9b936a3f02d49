package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.ArrayList;
import java.util.List;

/**
 * An outcome that is there or will be, and those who wait for it, whom the loop runs one turn later in the order in which they came. 24 bytes.
 * Confined to its loop.
 *
 * <p>It is itself what the loop runs where one callback waits, so that gathering needs no object for each child.
 */
class Promise implements Runnable {
    private static final Object NULL = new Object();

    final Loop loop;

    /** null: pending; a {@link Failure}; {@link #NULL}; otherwise the result. */
    private Object outcome;

    /** null; a {@link Task} or {@link Callback}; a list of them. */
    private Object waiting;

    Promise(Loop loop) {
        this.loop = loop;
    }

    final boolean isDone() {
        return outcome != null;
    }

    final boolean isCancelled() {
        return outcome instanceof Failure failure && failure.isCancellation();
    }

    final Failure failure() {
        return outcome instanceof Failure failure ? failure : null;
    }

    /** The result, or the failure thrown as it is; there must be an outcome. */
    final Object take() throws Throwable {
        if (outcome instanceof Failure failure) {
            throw failure.cause();
        }
        return outcome == NULL ? null : outcome;
    }

    final void complete(Object value) {
        settle(value == null ? NULL : value);
    }

    final void fail(Throwable failure) {
        settle(new Failure(failure));
    }

    boolean cancel() {
        if (isDone()) {
            return false;
        }
        settle(Failure.cancelled());
        return true;
    }

    final void settle(Object settled) {
        if (outcome != null) {
            throw new IllegalStateException("there is an outcome already: " + outcome);
        }
        outcome = settled;
        Object all = waiting;
        if (all instanceof Task task) {
            waiting = null;
            loop.add(task);
        } else if (all instanceof ArrayList<?> list) {
            waiting = null;
            list.forEach(this::tell);
        } else if (all != null) {
            loop.add(this);
        }
    }

    private void tell(Object one) {
        loop.add(one instanceof Task task ? task : () -> ((Callback) one).done(this));
    }

    /** The loop has come to the only callback. */
    @Override
    public void run() {
        Callback callback = (Callback) waiting;
        if (callback != null) {
            waiting = null;
            callback.done(this);
        }
    }

    final void resumeWhenDone(Task task) {
        if (isDone()) {
            loop.add(task);
        } else {
            add(task);
        }
    }

    final void addDoneCallback(Callback callback) {
        if (isDone()) {
            loop.add(() -> callback.done(this));
        } else {
            add(callback);
        }
    }

    @SuppressWarnings("unchecked")
    private void add(Object one) {
        if (waiting == null) {
            waiting = one;
        } else if (waiting instanceof ArrayList<?> list) {
            ((ArrayList<Object>) list).add(one);
        } else {
            waiting = new ArrayList<>(List.of(waiting, one));
        }
    }
}
