package org.asyncjava.runtime;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A step of a test's loop in which something runs on another thread, see {@link TestThreads}. */
final class ThreadTurn implements Runnable {
    /** Where a thread comes from. */
    @FunctionalInterface
    interface Source {
        /**
         * Has something run on a thread.
         *
         * @return false if it is not wanted any more
         */
        boolean give(Runnable run);
    }

    private final TestThreads threads;
    private final Source source;
    private final Runnable command;
    private final Consumer<Throwable> refusals;
    private volatile Thread thread;
    private volatile boolean ended;

    /**
     * A step that is to come.
     *
     * @param source has the thread
     * @param command what runs there
     * @param refusals told when there is none
     */
    ThreadTurn(TestThreads threads, Source source, Runnable command, Consumer<Throwable> refusals) {
        this.threads = threads;
        this.source = source;
        this.command = command;
        this.refusals = refusals;
    }

    /** On the loop. */
    @Override
    public void run() {
        Thread waiting = Thread.currentThread();
        boolean isGiven;
        try {
            isGiven = source.give(() -> runOn(Thread.currentThread(), waiting));
        } catch (Throwable refused) {
            refusals.accept(refused);
            return;
        }
        if (isGiven) {
            threads.begun(this);
        }
    }

    private void runOn(Thread own, Thread waiting) {
        thread = own;
        try {
            command.run();
        } finally {
            ended = true;
            LockSupport.unpark(waiting);
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** Tells whether it has not begun, or goes on. */
    boolean isAtWork() {
        Thread own = thread;
        if (own == null) {
            return true;
        }
        return switch (own.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> false;
            default -> true;
        };
    }

    boolean hasBegun() {
        return thread != null;
    }

    @Override
    public String toString() {
        return "<a call on a thread>";
    }
}
