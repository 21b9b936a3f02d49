package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A number of permits and those who wait for one: what is common to {@link AsyncLock} and {@link AsyncSemaphore}. A permit that is given
 * back while somebody waits is handed to the first one, so that a newcomer never overtakes. Thread-safe; calls that wait are woken outside
 * the monitor.
 *
 * <p>As long as nobody waits and no permit is on its way to anybody, {@link #free} is all there is to know: to take a permit and to give it back is one
 * compare-and-set each, a third of the time that monitors took. From when somebody wants to wait until the last one has gone on it is {@link #GUARDED}, and
 * the monitor guards the rest; it becomes so, and ceases to be, with the monitor alone.
 */
final class Permits implements Lender {
    /** Who gets a permit that is given back while the first one in the queue has been cancelled and is about to leave: as in asyncio. */
    enum Next {
        /** The next one at once, as with semaphores. */
        PASSES_OVER,
        /** Nobody before that one has left, as with locks. */
        WAITS
    }

    private static final int GUARDED = -1;
    private static final VarHandle FREE;

    static {
        try {
            FREE = MethodHandles.lookup().findVarHandle(Permits.class, "free", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final WaitQueue waiting = new WaitQueue(this);
    private final Object owner;
    private final Next next;

    /** How many permits nobody has, or {@link #GUARDED}. */
    private volatile int free;

    /** How many permits nobody has while that is guarded. */
    private int available;

    /** Permits that were handed to waiters which have not gone on yet: none unless guarded. */
    private int handed;

    Permits(Object owner, int available, Next next) {
        this.owner = owner;
        this.next = next;
        this.free = available;
    }

    boolean tryTake() {
        Lender.uses(this);
        boolean taken = takeFree() || free == GUARDED && takeGuarded();
        if (taken) {
            Lender.took(this);
        }
        return taken;
    }

    /** Takes a permit; null if there was one, otherwise the place in the queue. */
    Waiter takeOrJoin() {
        Lender.uses(this);
        if (!takeFree()) {
            Waiter place = takeOrJoinGuarded();
            if (place != null) {
                return place;
            }
        }
        Lender.took(this);
        return null;
    }

    private boolean takeFree() {
        for (int now = free; now > 0; now = free) {
            if (FREE.compareAndSet(this, now, now - 1)) {
                return true;
            }
        }
        return false;
    }

    private synchronized boolean takeGuarded() {
        guard();
        boolean takes = !isTakenGuarded();
        if (takes) {
            available--;
        }
        unguard();
        return takes;
    }

    private synchronized Waiter takeOrJoinGuarded() {
        guard();
        try {
            if (isTakenGuarded()) {
                return waiting.join();
            }
            available--;
            return null;
        } finally {
            unguard();
        }
    }

    private boolean isTakenGuarded() {
        return available == 0 || handed > 0 || waiting.isWaitedFor();
    }

    /** Tells whether whoever comes now has to wait. */
    boolean isTaken() {
        int now = free;
        if (now != GUARDED) {
            return now == 0;
        }
        synchronized (this) {
            return free == GUARDED ? isTakenGuarded() : available() == 0;
        }
    }

    /** How many permits neither a caller holds nor a queue hands over. */
    int available() {
        int now = free;
        if (now != GUARDED) {
            return now;
        }
        synchronized (this) {
            now = free;
            return now == GUARDED ? available : now;
        }
    }

    /** How many permits nobody holds, those included that are on their way to somebody. */
    int free() {
        int now = free;
        if (now != GUARDED) {
            return now;
        }
        synchronized (this) {
            return available() + handed;
        }
    }

    /** For a text: how many wait, if any do. */
    synchronized String waiters() {
        return waiting.told("waiters");
    }

    /** A permit that was handed over has arrived: its receiver goes on. */
    void arrived() {
        Waiter granted;
        synchronized (this) {
            handed--;
            granted = handOver();
            unguard();
        }
        Lender.took(this);
        WaitQueue.wake(granted);
    }

    /** Leaves the queue. If a permit had been handed over by then it is passed on. */
    void giveUp(Waiter waiter) {
        Waiter granted;
        synchronized (this) {
            guard();
            waiting.leave(waiter);
            if (waiter.isGranted()) {
                handed--;
                available++;
            }
            granted = handOver();
            unguard();
        }
        WaitQueue.wake(granted);
    }

    /** Gives a permit back unless that would make more of them than a limit; false then. */
    boolean release(int limit) {
        for (int now = free; now != GUARDED; now = free) {
            if (now >= limit) {
                return false;
            }
            if (FREE.compareAndSet(this, now, now + 1)) {
                return true;
            }
        }
        return releaseGuarded(limit);
    }

    private boolean releaseGuarded(int limit) {
        Waiter granted = null;
        boolean mayRelease;
        synchronized (this) {
            guard();
            mayRelease = available + handed < limit;
            if (mayRelease) {
                available++;
                granted = handOver();
            }
            unguard();
        }
        WaitQueue.wake(granted);
        return mayRelease;
    }

    @Override
    public long lent() {
        return -(long) free();
    }

    @Override
    public Object owner() {
        return owner;
    }

    /** From now on all need the monitor, which the caller has. */
    private void guard() {
        if (free != GUARDED) {
            available = (int) FREE.getAndSet(this, GUARDED);
        }
    }

    /** From now on nobody needs the monitor, which the caller has, if there is nobody to wait for. */
    private void unguard() {
        if (handed == 0 && waiting.isEmpty()) {
            FREE.setRelease(this, available);
        }
    }

    /** Hands what there is to those who wait, who are to be woken outside of the monitor. */
    private Waiter handOver() {
        if (available == 0 || next == Next.WAITS && waiting.isLedByLeaving()) {
            return null;
        }
        Waiter granted = waiting.grant(available);
        for (Waiter waiter = granted; waiter != null; waiter = waiter.next) {
            available--;
            handed++;
        }
        return granted;
    }
}
