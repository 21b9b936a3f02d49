package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;

/**
 * One place in a {@link WaitQueue}: what a suspended call awaits until somebody lets it go on. Any thread may grant or cancel it; one of
 * the two happens, once.
 */
final class Waiter extends Coroutine<Void> {
    /** How far the wait has got. */
    private enum Life { NEW, WAITING, GRANTED, CANCELLED }

    private static final VarHandle LIFE;
    private static final VarHandle DRIVER;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            LIFE = lookup.findVarHandle(Waiter.class, "life", Life.class);
            DRIVER = lookup.findVarHandle(Waiter.class, "driver", Driver.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** The links of the queue that it stands in, and that queue; its owner guards them. */
    Waiter previous;
    Waiter next;
    WaitQueue queue;

    private volatile Life life = Life.NEW;
    private volatile Driver driver;
    private String message;
    /** The loop on which the call goes on that was cancelled in its turn; null otherwise. */
    private EventLoop leavingOn;

    /** Whoever has joined a queue waits: {@link #subscribe} looks whether its turn has come meanwhile. */
    @Override
    boolean begin(int depth) {
        return true;
    }

    boolean isGranted() {
        return life == Life.GRANTED;
    }

    boolean isPending() {
        Life now = life;
        return now == Life.NEW || now == Life.WAITING;
    }

    /** Tells whether this was cancelled by what runs in this turn of its loop, so that its call leaves the queue in the next one. */
    boolean isLeaving() {
        EventLoop loop = leavingOn;
        return loop != null && life == Life.CANCELLED && loop.isOwnThread();
    }

    /** Decides that the wait is over; false if that has been decided before. {@link #wake} is to follow, outside any lock. */
    boolean grant() {
        return LIFE.compareAndSet(this, Life.NEW, Life.GRANTED) || LIFE.compareAndSet(this, Life.WAITING, Life.GRANTED);
    }

    /** Lets the call go on whose wait is over, once; one that has not subscribed yet does so by itself. */
    void wake() {
        Driver waiting = (Driver) DRIVER.getAndSet(this, null);
        if (waiting != null) {
            wake(waiting);
        }
    }

    @Override
    void subscribe(Driver waiting) {
        driver = waiting;
        if (!LIFE.compareAndSet(this, Life.NEW, Life.WAITING)) {
            wake();
        }
    }

    /** Where a loop runs everything is woken in its turn; elsewhere a method without a dispatcher goes on here and now. */
    private static void wake(Driver waiting) {
        Loop loop = Loop.on(ThreadState.current());
        if (loop == null || waiting instanceof Task) {
            waiting.wake();
        } else {
            loop.ready(new WakeUp(waiting));
        }
    }

    @Override
    boolean cancel(String why) {
        if (!isPending()) {
            return false;
        }
        message = why;
        leavingOn = driver instanceof Task<?> task && task.loop.isOwnThread() ? task.loop : null;
        if (LIFE.compareAndSet(this, Life.NEW, Life.CANCELLED) || LIFE.compareAndSet(this, Life.WAITING, Life.CANCELLED)) {
            wake();
            return true;
        }
        return false;
    }

    /** Ends the wait of a call that has subscribed, without waking it; false if the wait was over before, or has not quite begun. */
    boolean abandon() {
        boolean first = LIFE.compareAndSet(this, Life.WAITING, Life.CANCELLED);
        if (first) {
            driver = null;
        }
        return first;
    }

    @Override
    boolean isCancelled() {
        return life == Life.CANCELLED;
    }

    @Override
    Void take() {
        if (life == Life.CANCELLED) {
            throw new CancellationException(message);
        }
        return null;
    }
}
