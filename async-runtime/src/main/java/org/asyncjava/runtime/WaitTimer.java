package org.asyncjava.runtime;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The limit of time of a wait: on the thread of a loop one of that loop's timers, elsewhere the daemon timer's. Its reference is the wait, until
 * that is over. Any thread may stop it.
 */
final class WaitTimer extends AtomicReference<LimitedWait<?>> implements Timers.Timer {
    private static final long serialVersionUID = 1L;

    /** The {@link Loop} whose timer this is, or the daemon timer's {@link Future}. */
    private transient volatile Object timer;

    private WaitTimer(LimitedWait<?> wait) {
        super(wait);
    }

    static WaitTimer start(LimitedWait<?> wait, long nanos) {
        WaitTimer timer = new WaitTimer(wait);
        Loop loop = Loop.on(ThreadState.current());
        if (loop != null && loop.isOpen()) {
            timer.timer = loop;
            loop.addTimer(Nanos.after(loop.time(), nanos), timer);
        } else {
            timer.timer = DaemonTimer.schedule(timer, nanos);
        }
        return timer;
    }

    /** The time has come. Code of programs does not run on the daemon timer's thread. */
    @Override
    public void run() {
        LimitedWait<?> wait = get();
        if (wait == null) {
            return;
        }
        if (timer instanceof Loop loop && loop.isOwnThread()) {
            wait.timeIsUp(Driver::wake);
        } else {
            DefaultDispatch.run(() -> wait.timeIsUp(Dispatch::goOn));
        }
    }

    /** The loop that has timed this is being closed: somebody else times what is left. */
    void outlive(long left) {
        if (get() != null) {
            timer = DaemonTimer.schedule(this, left);
            if (get() == null) {
                ((Future<?>) timer).cancel(false);
            }
        }
    }

    void stop() {
        if (getAndSet(null) != null) {
            Object told = timer;
            if (told instanceof Loop loop) {
                loop.timerCancelled();
            } else {
                ((Future<?>) told).cancel(false);
            }
        }
    }

    @Override
    public boolean isCancelled() {
        return get() == null;
    }
}
