package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.runtime.AsyncQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** HARD_CASES 68: an item is put while the first of those who wait for one is cancelled. */
@JCStressTest
@State
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "One of the two has taken the item.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The item is lost, doubled, or in the queue although somebody waits for it.")
public class QueueHandOver {
    private final AsyncQueue<Integer> queue = new AsyncQueue<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final CompletableFuture<Void> waiting;

    /** Makes two that wait for an item. */
    public QueueHandOver() {
        waiting = Methods.take(queue, taken);
        Methods.take(queue, taken);
    }

    /** Puts one. */
    @Actor
    public void put() {
        queue.putNow(1);
    }

    /** Cancels who waits first. */
    @Actor
    public void cancel() {
        waiting.cancel(false);
    }

    /**
     * Looks how many items were taken, and at the queue.
     *
     * @param seen the number, and how many are left
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = taken.get();
        seen.r2 = queue.size();
    }
}
