package org.asyncjava.runtime;

/**
 * A number of permits and those who wait for one: what is common to {@link AsyncLock} and {@link AsyncSemaphore}. A permit that is given
 * back while somebody waits is handed to the first one, so that a newcomer never overtakes. Thread-safe; calls that wait are woken outside
 * the monitor.
 */
final class Permits implements Lender {
    /** Who gets a permit that is given back while the first one in the queue has been cancelled and is about to leave: as in asyncio. */
    enum Next {
        /** The next one at once, as with semaphores. */
        PASSES_OVER,
        /** Nobody before that one has left, as with locks. */
        WAITS
    }

    private final WaitQueue waiting = new WaitQueue(this);
    private final Object owner;
    private final Next next;
    private int available;

    /** Permits that were handed to waiters which have not gone on yet. */
    private int handed;

    Permits(Object owner, int available, Next next) {
        this.owner = owner;
        this.next = next;
        this.available = available;
    }

    boolean tryTake() {
        Lender.uses(this);
        boolean taken = take();
        if (taken) {
            Lender.took(this);
        }
        return taken;
    }

    private synchronized boolean take() {
        if (isTaken()) {
            return false;
        }
        available--;
        return true;
    }

    /** Takes a permit; null if there was one, otherwise the place in the queue. */
    Waiter takeOrJoin() {
        Lender.uses(this);
        synchronized (this) {
            if (!take()) {
                return waiting.join();
            }
        }
        Lender.took(this);
        return null;
    }

    /** Tells whether whoever comes now has to wait. */
    synchronized boolean isTaken() {
        return available == 0 || handed > 0 || waiting.isWaitedFor();
    }

    /** How many permits neither a caller holds nor a queue hands over. */
    synchronized int available() {
        return available;
    }

    /** For a text: how many wait, if any do. */
    synchronized String waiters() {
        return waiting.told("waiters");
    }

    /** How many permits nobody holds, those included that are on their way to somebody. */
    synchronized int free() {
        return available + handed;
    }

    /** A permit that was handed over has arrived: its receiver goes on. */
    void arrived() {
        synchronized (this) {
            handed--;
        }
        Lender.took(this);
        handOver();
    }

    /** Leaves the queue. If a permit had been handed over by then it is passed on. */
    void giveUp(Waiter waiter) {
        synchronized (this) {
            waiting.leave(waiter);
            if (waiter.isGranted()) {
                handed--;
                available++;
            }
        }
        handOver();
    }

    /** Gives a permit back unless that would make more of them than a limit; false then. */
    boolean release(int limit) {
        synchronized (this) {
            if (free() >= limit) {
                return false;
            }
            available++;
        }
        handOver();
        return true;
    }

    @Override
    public long lent() {
        return -(long) free();
    }

    @Override
    public Object owner() {
        return owner;
    }

    private void handOver() {
        for (Waiter next = grantNext(); next != null; next = grantNext()) {
            next.wake();
        }
    }

    private synchronized Waiter grantNext() {
        if (available == 0 || next == Next.WAITS && waiting.isLedByLeaving()) {
            return null;
        }
        Waiter first = waiting.grantFirst();
        if (first != null) {
            available--;
            handed++;
        }
        return first;
    }
}
