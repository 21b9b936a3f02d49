package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;

/**
 * A callback that was handed to a loop and can be taken back. Confined to the loop, but for one of {@link EventLoop#callSoonThreadsafe}, which any
 * thread may take back.
 *
 * @since 0.1.0
 */
@NullMarked
public abstract sealed class Handle implements Runnable permits SoonHandle, SentHandle, TimerHandle {
    private Runnable callback;
    private boolean cancelled;

    Handle(Runnable callback) {
        this.callback = callback;
    }

    /** Takes the callback back: it will not run unless it has begun already. */
    public void cancel() {
        cancelled = true;
        callback = null;
    }

    /**
     * Tells whether {@link #cancel} was called.
     *
     * @return true if so
     */
    public final boolean isCancelled() {
        return cancelled;
    }

    /** What the callback runs in; null if it brings nothing along. */
    final Context context() {
        return InContext.of(callback);
    }

    /** The callback, if it is still to run, and in debug mode where it was handed over. */
    @Override
    public String toString() {
        String kind = this instanceof TimerHandle ? "TimerHandle" : "Handle";
        return "<" + kind + (cancelled ? " cancelled" : " " + ShortText.of(callback)) + CreationSites.suffix(this) + ">";
    }

    /** Called by the loop only. */
    @Override
    public void run() {
        Runnable left = callback;
        if (left != null) {
            left.run();
        }
    }
}
