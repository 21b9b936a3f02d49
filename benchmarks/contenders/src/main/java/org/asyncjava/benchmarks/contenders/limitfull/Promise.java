package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.ArrayList;
import java.util.List;

/**
 * An outcome that is there or will be, and those who wait for it, whom the loop runs one turn later in the order in which they came. 24 bytes.
 * Confined to its loop.
 *
 * <p>It is itself what the loop runs where one task is not all that waits: everyone then gets his turn within that item, which is the same
 * order as one item for each, without an object for each.
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
        if (waiting instanceof Task task) {
            waiting = null;
            loop.add(task);
        } else if (waiting != null) {
            loop.add(this);
        }
    }

    /** The loop has come to those who wait. */
    @Override
    public void run() {
        Object all = waiting;
        waiting = null;
        if (all instanceof List<?> list) {
            list.forEach(this::tell);
        } else if (all != null) {
            tell(all);
        }
    }

    private void tell(Object one) {
        if (one instanceof Task task) {
            task.run();
        } else {
            try {
                ((Callback) one).done(this);
            } catch (Throwable failure) {
                loop.report(failure);
            }
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
