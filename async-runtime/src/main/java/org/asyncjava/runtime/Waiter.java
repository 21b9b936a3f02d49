package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;

/**
 * One place in a {@link WaitQueue}: what a suspended call awaits until somebody lets it go on. Any thread may grant or cancel it; one of
 * the two happens, once.
 */
final class Waiter extends Coroutine<Void> {
    /** How far the wait has got, unless it has been cancelled: then a {@link Cancelled} says so. */
    private enum Life {
        NEW,
        /** Whoever ends the wait wakes the call. */
        WAITING,
        GRANTED,
        /** Granted before the call has subscribed, which goes on by itself. */
        GRANTED_BEFORE
    }

    /**
     * The wait was cancelled.
     *
     * @param message of the exception, or null
     * @param leavingOn the loop on which the call goes on that was cancelled in its turn; null otherwise
     */
    private record Cancelled(String message, EventLoop leavingOn) {
    }

    private static final VarHandle LIFE;

    static {
        try {
            LIFE = MethodHandles.lookup().findVarHandle(Waiter.class, "life", Object.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** The links of the queue that it stands in, and that queue; its owner guards them. */
    Waiter previous;
    Waiter next;
    WaitQueue queue;

    private volatile Object life = Life.NEW;
    /** Written before the wait begins, and read by who ends it. */
    private Driver driver;

    /** Whoever has joined a queue waits: {@link #subscribe} looks whether its turn has come meanwhile. */
    @Override
    boolean begin(int depth) {
        return true;
    }

    boolean isGranted() {
        Object now = life;
        return now == Life.GRANTED || now == Life.GRANTED_BEFORE;
    }

    boolean isPending() {
        Object now = life;
        return now == Life.NEW || now == Life.WAITING;
    }

    /** Tells whether this was cancelled by what runs in this turn of its loop, so that its call leaves the queue in the next one. */
    boolean isLeaving() {
        return life instanceof Cancelled cancelled && cancelled.leavingOn != null && cancelled.leavingOn.isOwnThread();
    }

    /** Decides that the wait is over; false if that has been decided before. {@link #wake} is to follow once, outside any lock. */
    boolean grant() {
        return life == Life.NEW && LIFE.compareAndSet(this, Life.NEW, Life.GRANTED_BEFORE) || LIFE.compareAndSet(this, Life.WAITING, Life.GRANTED);
    }

    /** Lets the call go on whose wait was granted; one that had not subscribed by then does so by itself. */
    void wake() {
        if (life == Life.GRANTED) {
            wake(driver);
        }
    }

    @Override
    void subscribe(Driver waiting) {
        driver = waiting;
        if (!LIFE.compareAndSet(this, Life.NEW, Life.WAITING)) {
            wake(waiting);
        }
    }

    /** Where a loop runs everything is woken in its turn; elsewhere a method without a dispatcher goes on here and now. */
    private static void wake(Driver waiting) {
        Loop loop = waiting instanceof Task ? null : Loop.on(ThreadState.current());
        if (loop == null) {
            waiting.wake();
        } else {
            loop.ready(new WakeUp(waiting));
        }
    }

    @Override
    boolean cancel(String why) {
        Object now = life;
        if (now == Life.WAITING) {
            EventLoop leavingOn = driver instanceof Task<?> task && task.loop.isOwnThread() ? task.loop : null;
            if (LIFE.compareAndSet(this, Life.WAITING, new Cancelled(why, leavingOn))) {
                wake(driver);
                return true;
            }
            return false;
        }
        return now == Life.NEW && (LIFE.compareAndSet(this, Life.NEW, new Cancelled(why, null)) || cancel(why));
    }

    /** Ends the wait of a call that has subscribed, without waking it; false if the wait was over before, or has not quite begun. */
    boolean abandon() {
        return LIFE.compareAndSet(this, Life.WAITING, new Cancelled(null, null));
    }

    @Override
    boolean isCancelled() {
        return life instanceof Cancelled;
    }

    @Override
    Void take() {
        if (life instanceof Cancelled cancelled) {
            throw new CancellationException(cancelled.message);
        }
        return null;
    }
}
