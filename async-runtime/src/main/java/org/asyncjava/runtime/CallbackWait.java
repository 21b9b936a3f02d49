package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.asyncjava.Awaiter;

/** One await of something that calls back. Thread-safe; code of the program is called with no lock held. */
final class CallbackWait<T> implements Callback<T>, Awaiter<T> {
    /** Who waits, until there is an outcome. */
    private Runnable waiting;
    private List<Runnable> whenCancelled = new ArrayList<>(1);
    /** Null until there is one. */
    private Coroutine<T> outcome;
    private boolean cancelled;

    private CallbackWait() {
    }

    /** Registers a new callback. If that fails the await does, unless it has ended before. */
    static <T> CallbackWait<T> of(Consumer<? super Callback<T>> register) {
        CallbackWait<T> wait = new CallbackWait<>();
        try {
            register.accept(wait);
        } catch (Throwable failure) {
            if (!wait.fail(failure)) {
                DroppedFailure.reportBroken("what registers a callback", failure, null);
            }
        }
        return wait;
    }

    @Override
    public boolean complete(T value) {
        return end(Coroutine.of(value), false);
    }

    @Override
    public boolean fail(Throwable failure) {
        return end(Coroutine.failed(failure), false);
    }

    /** Whoever awaits hears of it first, then what was to be done. */
    @Override
    public boolean cancel() {
        if (!end(Coroutine.failed(new CancellationException()), true)) {
            return false;
        }
        List<Runnable> actions;
        synchronized (this) {
            actions = whenCancelled;
            whenCancelled = List.of();
        }
        actions.forEach(CallbackWait::run);
        return true;
    }

    private boolean end(Coroutine<T> how, boolean byCancelling) {
        Runnable told;
        synchronized (this) {
            if (outcome != null) {
                return false;
            }
            outcome = how;
            cancelled = byCancelling;
            if (!byCancelling) {
                whenCancelled = List.of();
            }
            told = waiting;
            waiting = null;
        }
        if (told != null) {
            told.run();
        }
        return true;
    }

    @Override
    public void onCancel(Runnable action) {
        Objects.requireNonNull(action, "action");
        boolean now;
        synchronized (this) {
            now = cancelled;
            if (outcome == null) {
                whenCancelled.add(action);
            }
        }
        if (now) {
            run(action);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (Throwable failure) {
            DroppedFailure.reportBroken("what a callback does when its await is cancelled", failure, null);
        }
    }

    @Override
    public synchronized boolean isDone() {
        return outcome != null;
    }

    @Override
    public T result() throws Throwable {
        Coroutine<T> how;
        synchronized (this) {
            how = outcome;
        }
        return how.take();
    }

    @Override
    public void onDone(Runnable callback) {
        synchronized (this) {
            if (outcome == null) {
                waiting = callback;
                return;
            }
        }
        callback.run();
    }
}
