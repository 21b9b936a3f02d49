package org.asyncjava.benchmarks.contenders.loop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Turns and timers, as an executor that takes work from any thread: from its own without synchronisation, from others through a queue. Lets
 * what its work throws pass.
 */
public final class SharedLoop implements Executor {
    private final Ring ready = new Ring();
    private final TimerHeap timers = new TimerHeap();
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private volatile Thread thread;

    /** A loop with nothing to do. */
    public SharedLoop() {
    }

    /**
     * Has something run in the next turn.
     *
     * @param item what to run
     */
    @Override
    public void execute(Runnable item) {
        Thread running = thread;
        if (running == Thread.currentThread()) {
            ready.add(item);
        } else {
            inbox.add(item);
            LockSupport.unpark(running);
        }
    }

    /**
     * Has something run after a time. On this loop's thread.
     *
     * @param millis how long
     * @param item what to run
     */
    public void executeAfter(int millis, Runnable item) {
        timers.add(System.nanoTime() + millis * 1_000_000L, item);
    }

    /**
     * Runs in the calling thread.
     *
     * @param end ends it when it is done
     */
    public void runUntil(Future<?> end) {
        thread = Thread.currentThread();
        try {
            while (!end.isDone()) {
                turn();
            }
        } finally {
            thread = null;
        }
    }

    private void turn() {
        if (!inbox.isEmpty()) {
            takeSent();
        }
        if (!timers.isEmpty()) {
            takeDue();
        } else if (ready.size() == 0) {
            LockSupport.park(this);
        }
        for (int count = ready.size(); count > 0; count--) {
            ready.remove().run();
        }
    }

    private void takeSent() {
        for (Runnable sent = inbox.poll(); sent != null; sent = inbox.poll()) {
            ready.add(sent);
        }
    }

    private void takeDue() {
        long now = System.nanoTime();
        if (ready.size() == 0 && timers.firstTime() - now > 0) {
            LockSupport.parkNanos(this, timers.firstTime() - now);
            now = System.nanoTime();
        }
        while (!timers.isEmpty() && timers.firstTime() - now <= 0) {
            ready.add(timers.removeFirst());
        }
    }
}
