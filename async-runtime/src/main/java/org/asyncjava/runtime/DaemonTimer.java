package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that times what no loop does. It runs no code of programs. It is there only while there is something to time, since a thread keeps the
 * class loader of what it runs.
 *
 * <p>Most timers are limits that are not reached: cancelled soon, and far from due. So a timer is pushed onto a stack, and the thread is woken only where it
 * would look too late by itself, or many have come; and a cancelled timer just says so and is thrown out when the thread comes by. It looks
 * for cancelled ones from time to time, so that they are not kept until they would be due.
 *
 * <p><b>Races.</b> Whoever adds a timer pushes it first and then reads {@link #looksAt}; the thread sets that first and then reads the stack. One of
 * the two sees the other. Whoever sets {@link #AWAKE} in place of what was there wakes the thread, or starts one.
 */
final class DaemonTimer implements Runnable {
    private static final DaemonTimer ONE = new DaemonTimer(TimeUnit.SECONDS.toNanos(1));

    /** The thread looks at the stack before it waits. */
    private static final long AWAKE = Long.MIN_VALUE;
    /** There is no thread. */
    private static final long NONE = Long.MAX_VALUE;

    /** A power of two: each time so many have been pushed the thread takes them. */
    private static final int MANY = 1024;
    /** The thread looks ever more seldom while nothing comes or is cancelled, up to so many times the usual pause. */
    private static final int LONGEST_PAUSE = 8;

    /** One cancelled timer among so many is left where it is. */
    private static final int FEW = 8;

    private static final VarHandle ADDED;
    private static final VarHandle LOOKS_AT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            ADDED = lookup.findVarHandle(DaemonTimer.class, "added", Entry.class);
            LOOKS_AT = lookup.findVarHandle(DaemonTimer.class, "looksAt", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private static final class Entry {
        private final Timers.Timer timer;
        private final long time;
        private Entry next;
        /** How many there are up to this one. */
        private int count;

        private Entry(Timers.Timer timer, long time) {
            this.timer = timer;
            this.time = time;
        }
    }

    private final long origin = System.nanoTime();
    private final long usualPause;

    /** The last that was added, and before it those that the thread has not taken either. */
    private volatile Entry added;
    /** When the thread looks at the stack, unless it is woken before. */
    private volatile long looksAt = NONE;
    private volatile Thread thread;

    // Of the thread; handed over to the next one by looksAt.
    private final Timers timers = new Timers();
    private final ReadyQueue due = new ReadyQueue();
    private int sizeWithoutCancelled;

    /**
     * Makes one without a thread.
     *
     * @param usualPause how long until cancelled timers are looked for, and until the thread ends when nothing comes
     */
    DaemonTimer(long usualPause) {
        this.usualPause = usualPause;
    }

    /** Has something run after a time, on the thread that times. Any thread. What is cancelled need not be told. */
    static void schedule(Timers.Timer timer, long nanos) {
        ONE.add(timer, nanos);
    }

    /** As {@link #schedule}, of this one. */
    void add(Timers.Timer timer, long nanos) {
        Entry entry = new Entry(timer, Nanos.after(now(), nanos));
        Entry before;
        do {
            before = added;
            entry.next = before;
            entry.count = before == null ? 1 : before.count + 1;
        } while (!ADDED.compareAndSet(this, before, entry));
        long seen = looksAt;
        if ((entry.time < seen || (entry.count & (MANY - 1)) == 0 && seen != AWAKE) && LOOKS_AT.compareAndSet(this, seen, AWAKE)) {
            wake(seen);
        }
    }

    private void wake(long before) {
        if (before != NONE) {
            LockSupport.unpark(thread);
            return;
        }
        boolean started = false;
        try {
            Thread next = new Thread(null, this, "async-java-timer", 0, false);
            next.setDaemon(true);
            next.setContextClassLoader(null);
            thread = next;
            next.start();
            started = true;
        } finally {
            if (!started) {
                looksAt = NONE; // the next one tries again
            }
        }
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    /** Called on the thread. */
    @Override
    public void run() {
        long pause = usualPause;
        long looksForCancelled = now() + pause;
        boolean quiet = true;
        while (true) {
            quiet &= !takeAdded();
            runDue();
            long now = now();
            if (now >= looksForCancelled) {
                quiet &= !throwOutCancelled();
                if (quiet && timers.isEmpty() && ends()) {
                    return;
                }
                pause = quiet ? Math.min(pause * 2, usualPause * LONGEST_PAUSE) : usualPause;
                looksForCancelled = now + pause;
                quiet = true;
            }
            await(timers.isEmpty() ? looksForCancelled : Math.min(looksForCancelled, timers.firstTime()));
        }
    }

    /** Takes what was added, but for what was cancelled since; false if there was nothing. */
    private boolean takeAdded() {
        if (added == null) {
            return false;
        }
        Entry newest = (Entry) ADDED.getAndSet(this, null);
        Entry oldest = null;
        while (newest != null) {
            Entry before = newest.next;
            newest.next = oldest;
            oldest = newest;
            newest = before;
        }
        for (; oldest != null; oldest = oldest.next) {
            if (!oldest.timer.isCancelled()) {
                timers.add(oldest.time, oldest.timer);
            }
        }
        if (timers.size() > 2 * sizeWithoutCancelled + MANY) {
            throwOutCancelled();
        }
        return true;
    }

    /** Leaves them while they are few among many: to throw some out is work for each that stays. False if there were hardly any. */
    private boolean throwOutCancelled() {
        int cancelled = timers.countCancelled();
        boolean worthIt = cancelled > timers.size() / FEW;
        if (worthIt) {
            timers.purge();
        }
        sizeWithoutCancelled = timers.size();
        return worthIt;
    }

    private void runDue() {
        timers.drainDue(now(), due);
        while (!due.isEmpty()) {
            try {
                due.first().run();
            } catch (Throwable failure) {
                FailureLog.error("a timer has failed", failure);
            }
            due.removeFirst();
        }
        due.shrink();
    }

    private void await(long time) {
        looksAt = time;
        if (added == null) {
            LockSupport.parkNanos(this, time - now());
            Thread.interrupted(); // by nobody who could mean it; left, the thread would not wait any more
        }
        looksAt = AWAKE;
    }

    /** The thread ends, unless something has come that nobody else will look after. */
    private boolean ends() {
        looksAt = NONE;
        if (added == null || !LOOKS_AT.compareAndSet(this, NONE, AWAKE)) {
            return true;
        }
        thread = Thread.currentThread(); // another one may have come and gone
        return false;
    }
}
