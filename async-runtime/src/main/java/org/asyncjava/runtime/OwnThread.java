package org.asyncjava.runtime;

import java.util.concurrent.locks.LockSupport;

/** The turns of a loop that somebody runs: on the thread that does so, which parks while there is nothing to do. */
final class OwnThread implements Pump {
    private final LoopClock clock;
    private volatile Thread parked;

    OwnThread(LoopClock clock) {
        this.clock = clock;
    }

    @Override
    public LoopClock clock() {
        return clock;
    }

    @Override
    public void wake() {
        Thread waiting = parked;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /** Turn after turn runs until nothing is ready. */
    @Override
    public void added() {
    }

    /** The thread waits for the first timer. */
    @Override
    public void timerAdded(long when) {
    }

    /** Nothing runs within a step. */
    @Override
    public void turnBegins() {
    }

    /** Whoever runs the loop next may prepare that. */
    @Override
    public boolean isCurrent() {
        return true;
    }

    @Override
    public DefaultExecutor newDefaultExecutor() {
        return DefaultExecutor.ofLoop();
    }

    @Override
    public void requireRunnable() {
    }

    @Override
    public void await(Inbox inbox, long until) {
        parked = Thread.currentThread();
        if (inbox.isEmpty()) {
            if (until == Nanos.NEVER) {
                LockSupport.park(this);
            } else {
                clock.awaitUntil(until);
            }
        }
        parked = null;
    }
}
