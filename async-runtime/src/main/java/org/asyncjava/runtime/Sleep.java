package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;

/**
 * A wait for a time to pass: coroutine, operand and timer in one object. On a thread that runs a loop the loop's timers are used,
 * elsewhere one daemon thread.
 */
final class Sleep extends Coroutine<Void> implements Timers.Timer {
    private static final int UNSTARTED = 0;
    private static final int BEGUN = 1;
    private static final int WAITING = 2;
    private static final int OVER = 3;
    private static final int CANCELLED = 4;

    private static final VarHandle STATE;
    private static final VarHandle TIMER;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(Sleep.class, "state", int.class);
            TIMER = lookup.findVarHandle(Sleep.class, "timer", Object.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final long nanos;
    private volatile int state;
    private Driver driver;

    // What is to be told of a cancellation, and in the end what that says:
    //
    //   not begun, begun              null
    //   waiting, on a loop            the Loop whose timers this is among
    //   waiting, elsewhere            null: the daemon timer need not know
    //   over                          as it was
    //   cancelled while it waited     the message, or this object if there is none
    //   cancelled before that         the message or null
    private volatile Object timer;

    /**
     * A sleep that has not begun.
     *
     * @param nanos how long, more than 0
     */
    Sleep(long nanos) {
        this.nanos = nanos;
        if (Debug.WATCHES_COROUTINES) {
            NeverAwaited.created(this);
        }
    }

    @Override
    boolean begin(int depth) {
        if (!STATE.compareAndSet(this, UNSTARTED, BEGUN)) {
            throw new IllegalStateException("cannot reuse already awaited coroutine: " + this);
        }
        NeverAwaited.takenOver(this);
        return true;
    }

    @Override
    void subscribe(Driver waiting) {
        driver = waiting;
        if (!STATE.compareAndSet(this, BEGUN, WAITING)) {
            waiting.wake(); // cancelled by another thread in between
            return;
        }
        Loop loop = Loop.on(ThreadState.current());
        if (loop != null && !(!loop.isOpen() && isOutside(loop))) {
            if (TIMER.compareAndSet(this, null, loop)) {
                loop.addTimer(Nanos.after(loop.time(), nanos), this);
            }
        } else {
            DaemonTimer.schedule(this, nanos);
        }
    }

    /** The time has come. */
    @Override
    public void run() {
        if (STATE.compareAndSet(this, WAITING, OVER)) {
            Driver waiting = takeDriver();
            if (timer instanceof Loop loop && loop.isOwnThread()) {
                waiting.wake();
            } else {
                Dispatch.fromOwnThread(waiting);
            }
        }
    }

    /** The loop that has timed this is being closed: the method that sleeps, if one does, is refused at its await. */
    void refuse() {
        if (driver instanceof HotResumption resumption && STATE.compareAndSet(this, WAITING, OVER)) {
            HotDrive.refuse(resumption.hotCall(), Loop.closed());
        }
    }

    /** As {@link #refuse} where the method goes on elsewhere: somebody else times what is left. */
    void outlive(Loop loop, long left) {
        if (TIMER.compareAndSet(this, loop, null)) {
            DaemonTimer.schedule(this, left);
        }
    }

    /** Tells whether the sleeper is a method that goes on elsewhere than with a loop. */
    boolean isOutside(Loop loop) {
        return driver instanceof HotResumption resumption && ContextDispatcher.dispatcherOf(resumption.hotCall()) != loop;
    }

    @Override
    boolean cancel(String message) {
        if (STATE.compareAndSet(this, BEGUN, CANCELLED)) {
            timer = message;
            return true;
        }
        if (!STATE.compareAndSet(this, WAITING, CANCELLED)) {
            return false;
        }
        Object told = TIMER.getAndSet(this, message == null ? this : message);
        if (told instanceof Loop loop) {
            loop.timerCancelled();
        }
        takeDriver().wake();
        return true;
    }

    /** The timer keeps this object until its time, but not what was waiting. */
    private Driver takeDriver() {
        Driver waiting = driver;
        driver = null;
        return waiting;
    }

    @Override
    boolean isBroughtBy(Loop loop) {
        return timer == loop;
    }

    @Override
    public boolean isCancelled() {
        return state == CANCELLED;
    }

    @Override
    Void take() {
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
