package org.asyncjava.benchmarks.contenders.loop;

import java.util.concurrent.locks.LockSupport;

/**
 * Turns and timers, and nothing else: no work from other threads, no protection from failures. What a turn adds runs in the next one.
 * Confined to one thread.
 */
public final class BareLoop {
    private final Ring ready = new Ring();
    private final TimerHeap timers = new TimerHeap();

    /** A loop with nothing to do. */
    public BareLoop() {
    }

    /**
     * Has something run in the next turn.
     *
     * @param item what to run
     */
    public void add(Runnable item) {
        ready.add(item);
    }

    /**
     * Has something run after a time.
     *
     * @param millis how long
     * @param item what to run
     */
    public void addAfter(int millis, Runnable item) {
        timers.add(System.nanoTime() + millis * 1_000_000L, item);
    }

    /** Runs until there is nothing left to do. */
    public void run() {
        while (true) {
            for (int count = ready.size(); count > 0; count--) {
                ready.remove().run();
            }
            if (!timers.isEmpty()) {
                takeDue();
            } else if (ready.size() == 0) {
                return;
            }
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
