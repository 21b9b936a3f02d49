package org.asyncjava.benchmarks;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * The loop of contenders that await {@link CompletableFuture}s and bring no loop: it completes each future when its turn or its time has
 * come. What awaits the future goes on within that call, so a turn costs no object but the future. Confined to one thread.
 */
public final class FutureLoop {
    private final Queue<CompletableFuture<Integer>> turns = new ArrayDeque<>();
    private final Queue<Sleep> sleeps = new PriorityQueue<>();

    /**
     * What is awaited to let others run.
     *
     * @return a future that the loop completes with zero after those whose turn comes before
     */
    public CompletableFuture<Integer> turn() {
        CompletableFuture<Integer> turn = new CompletableFuture<>();
        turns.add(turn);
        return turn;
    }

    /**
     * What is awaited to sleep.
     *
     * @param millis how long
     * @return a future that the loop completes with zero then
     */
    public CompletableFuture<Integer> sleep(int millis) {
        Sleep sleep = new Sleep(System.nanoTime() + millis * 1_000_000L);
        sleeps.add(sleep);
        return sleep;
    }

    /**
     * Runs the loop in the calling thread.
     *
     * @param end what ends it, when it is done
     * @throws IllegalStateException if nothing is left that could complete it
     */
    public void runUntil(CompletableFuture<?> end) {
        while (!end.isDone()) {
            CompletableFuture<Integer> turn = turns.poll();
            if (turn != null) {
                turn.complete(0);
            } else {
                wakeNext();
            }
        }
    }

    private void wakeNext() {
        Sleep next = sleeps.peek();
        if (next == null) {
            throw new IllegalStateException("the end is not done, and nothing waits for its turn or its time");
        }
        long rest = next.end - System.nanoTime();
        if (rest > 0) {
            LockSupport.parkNanos(this, rest);
        } else {
            sleeps.remove().complete(0);
        }
    }

    /** A sleep that is its own entry in the queue. */
    private static final class Sleep extends CompletableFuture<Integer> implements Comparable<Sleep> {
        private final long end;

        Sleep(long end) {
            this.end = end;
        }

        @Override
        public int compareTo(Sleep other) {
            return Long.signum(end - other.end);
        }
    }
}
