package org.asyncjava.runtime;

/** A callback that was handed to a loop and can be taken back. Confined to the loop. */
public sealed class Handle permits TimerHandle {
    private Runnable callback;
    private boolean cancelled;

    Handle(Runnable callback) {
        this.callback = callback;
    }

    /** Takes the callback back: it will not run if it has not begun. */
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

    final void runUnlessCancelled() {
        if (callback != null) {
            callback.run();
        }
    }
}
