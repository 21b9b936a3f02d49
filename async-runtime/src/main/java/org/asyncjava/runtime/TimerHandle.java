package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;

/**
 * A callback that a loop will run at a time. Confined to the loop.
 *
 * @since 0.1.0
 */
@NullMarked
public final class TimerHandle extends Handle implements Timers.Timer {
    private final EventLoop loop;
    private final long when;
    private boolean fired;

    TimerHandle(EventLoop loop, long when, Runnable callback) {
        super(callback);
        this.loop = loop;
        this.when = when;
    }

    /**
     * When the callback is due.
     *
     * @return a time in nanoseconds on the clock of {@link EventLoop#time()}
     */
    public long when() {
        return when;
    }

    @Override
    public void cancel() {
        boolean waiting = !isCancelled() && !fired;
        super.cancel();
        if (waiting) {
            loop.timerCancelled();
        }
    }

    /** Called by the loop only. */
    @Override
    public void run() {
        fired = true;
        super.run();
    }
}
