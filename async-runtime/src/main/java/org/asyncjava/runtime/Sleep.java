package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;

/**
 * A wait for a time to pass: coroutine, operand and timer in one object. On a thread that runs a loop the loop's timers are used,
 * elsewhere one daemon thread.
 */
final class Sleep extends Coroutine<Void> implements Leaf, Timers.Timer {
    private static final int UNSTARTED = 0;
    /** Awaited, but nobody is to be woken yet. */
    private static final int BEGUN = 1;
    private static final int WAITING = 2;
    private static final int OVER = 3;
    private static final int CANCELLED = 4;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Sleep.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long nanos;
    private volatile int state;
    private Driver driver;

    /** The loop or the daemon thread's future; the message once cancelled. */
    private Object timer;

    /**
     * A sleep that has not begun.
     *
     * @param nanos how long, more than 0
     */
    Sleep(long nanos) {
        this.nanos = nanos;
    }

    @Override
    boolean begin(int depth) {
        if (!STATE.compareAndSet(this, UNSTARTED, BEGUN)) {
            throw new IllegalStateException("cannot reuse already awaited coroutine: " + this);
        }
        return true;
    }

    @Override
    public void subscribe(Driver waiting) {
        driver = waiting;
        EventLoop loop = ThreadState.current().loop;
        timer = loop;
        state = WAITING;
        if (loop == null) {
            timer = DaemonTimer.schedule(this, nanos);
        } else {
            loop.addTimer(loop.time() + nanos, this);
        }
    }

    /** The time has come. */
    @Override
    public void run() {
        if (STATE.compareAndSet(this, WAITING, OVER)) {
            driver.wake();
        }
    }

    @Override
    public boolean cancel(String message) {
        if (!STATE.compareAndSet(this, WAITING, CANCELLED)) {
            return false;
        }
        if (timer instanceof EventLoop loop) {
            loop.timerCancelled();
        } else if (timer instanceof Future<?> scheduled) {
            scheduled.cancel(false);
        }
        timer = message;
        driver.wake();
        return true;
    }

    @Override
    public boolean isCancelled() {
        return state == CANCELLED;
    }

    @Override
    public Void take() {
        if (state == CANCELLED) {
            throw new CancellationException(timer instanceof String message ? message : null);
        }
        return null;
    }

    @Override
    public String toString() {
        return "<Coroutines.sleep() of " + nanos + " ns>";
    }
}
