package org.asyncjava.junit;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Interrupts a test that takes too long; a loop whose thread is interrupted cancels what it runs. Confined to the test's thread. */
final class Watchdog implements AutoCloseable {
    /** A piece of work that may fail. */
    interface Work {
        void run() throws Throwable;
    }

    private enum Life { WATCHING, BARKED, OFF }

    private static final ThreadFactory DAEMONS = work -> {
        Thread thread = new Thread(work, "async-junit-watchdog");
        thread.setDaemon(true);
        return thread;
    };
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(DAEMONS);

    private final Thread watched = Thread.currentThread();
    private final long seconds;
    private final Future<?> alarm;
    private Life life = Life.WATCHING;

    Watchdog(long seconds) {
        this.seconds = seconds;
        alarm = TIMER.schedule(this::bark, seconds, TimeUnit.SECONDS);
    }

    private synchronized void bark() {
        if (life == Life.WATCHING) {
            life = Life.BARKED;
            watched.interrupt();
        }
    }

    /** Runs a piece of work. What it throws after the time is up is due to that. */
    void guard(Work work) throws Throwable {
        Throwable failure = null;
        try {
            work.run();
        } catch (Throwable thrown) {
            failure = thrown;
        }
        synchronized (this) {
            if (life == Life.BARKED) {
                Thread.interrupted();
                AssertionError timeout = new AssertionError("the test took longer than " + seconds + " s");
                timeout.initCause(failure);
                throw timeout;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public synchronized void close() {
        life = Life.OFF;
        alarm.cancel(false);
    }
}
