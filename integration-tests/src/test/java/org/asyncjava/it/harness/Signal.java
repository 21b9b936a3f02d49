package org.asyncjava.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;

/**
 * A type of a user's own that can be awaited, done once. Safe for use by several threads.
 *
 * @param <T> the type of the result
 */
public final class Signal<T> implements Awaitable<T>, Awaiter<T> {
    private final List<Runnable> callbacks = new ArrayList<>();
    private boolean done;
    private T value;
    private Throwable failure;

    /** A signal that is not done. */
    public Signal() {
    }

    /**
     * Settles the signal and runs the callbacks; does nothing the second time.
     *
     * @param outcome the value
     * @param reason the failure, or null
     */
    public void complete(T outcome, Throwable reason) {
        List<Runnable> waiting;
        synchronized (this) {
            if (done) {
                return;
            }
            done = true;
            value = outcome;
            failure = reason;
            waiting = List.copyOf(callbacks);
        }
        waiting.forEach(Runnable::run);
    }

    @Override
    public Awaiter<T> awaiter() {
        return this;
    }

    @Override
    public synchronized boolean isDone() {
        return done;
    }

    @Override
    public synchronized T result() throws Throwable {
        if (!done) {
            throw new AssertionError("result() was called before the signal was done");
        }
        if (failure != null) {
            throw failure;
        }
        return value;
    }

    @Override
    public void onDone(Runnable callback) {
        synchronized (this) {
            if (!done) {
                callbacks.add(callback);
                return;
            }
        }
        callback.run();
    }

    @Override
    public boolean cancel() {
        boolean pending = !isDone();
        complete(null, new CancellationException());
        return pending;
    }
}
