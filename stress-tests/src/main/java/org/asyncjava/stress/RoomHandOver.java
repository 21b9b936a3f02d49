package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.runtime.AsyncQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** HARD_CASES 68: an item is taken from a full queue while the first of those who wait for room is cancelled. */
@JCStressTest
@State
@Outcome(id = {"2, 0", "3, 0"}, expect = Expect.ACCEPTABLE, desc = "One of the two has put its item.")
@Outcome(expect = Expect.FORBIDDEN, desc = "There is room although somebody waits for it, or too little of it.")
public class RoomHandOver {
    private final AsyncQueue<Integer> queue = new AsyncQueue<>(1);
    private final CompletableFuture<Void> waiting;

    /** Makes two that wait for room. */
    public RoomHandOver() {
        queue.putNow(1);
        waiting = Methods.put(queue, 2);
        Methods.put(queue, 3);
    }

    /** Takes an item. */
    @Actor
    public void take() {
        queue.takeNow();
    }

    /** Cancels who waits first. */
    @Actor
    public void cancel() {
        waiting.cancel(false);
    }

    /**
     * Looks at the queue.
     *
     * @param seen the item, and how many more there are at once
     */
    @Arbiter
    public void look(II_Result seen) {
        int size = queue.size();
        seen.r1 = size == 0 ? 0 : queue.takeNow();
        seen.r2 = size - 1;
    }
}
