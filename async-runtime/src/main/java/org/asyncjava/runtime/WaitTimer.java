package org.asyncjava.runtime;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The limit of time of a wait: on the thread of a loop one of that loop's timers, elsewhere the daemon timer's. Its reference is the wait, until
 * that is over. Any thread may stop it.
 */
final class WaitTimer extends AtomicReference<LimitedWait<?>> implements Timers.Timer {
    private static final long serialVersionUID = 1L;

    /** The loop whose timer this is; null for the daemon timer. */
    private transient volatile Loop loop;

    private WaitTimer(LimitedWait<?> wait) {
        super(wait);
    }

    static WaitTimer start(LimitedWait<?> wait, long nanos) {
        WaitTimer timer = new WaitTimer(wait);
        Loop here = Loop.on(ThreadState.current());
        if (here != null && here.isOpen()) {
            timer.loop = here;
            here.addTimer(Nanos.after(here.time(), nanos), timer);
        } else {
            DaemonTimer.schedule(timer, nanos);
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
        Loop timedBy = loop;
        if (timedBy != null && timedBy.isOwnThread()) {
            wait.timeIsUp(Driver::wake);
        } else {
            DefaultDispatch.run(() -> wait.timeIsUp(Dispatch::goOn));
        }
    }

    /** The loop that has timed this is being closed: somebody else times what is left. */
    void outlive(long left) {
        loop = null;
        DaemonTimer.schedule(this, left);
    }

    void stop() {
        if (getAndSet(null) != null) {
            Loop told = loop;
            if (told != null) {
                told.timerCancelled();
            }
        }
    }

    @Override
    public boolean isCancelled() {
        return get() == null;
    }
}
