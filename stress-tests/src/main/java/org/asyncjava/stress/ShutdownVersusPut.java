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

/** A queue for whose items somebody waits is shut down while one is put. */
@JCStressTest
@State
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The item was quicker, and was taken.")
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "The end was quicker, and both were told.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The item is lost, or somebody waits for ever.")
public class ShutdownVersusPut {
    private final AsyncQueue<Integer> queue = new AsyncQueue<>(1);
    private final AtomicInteger taken = new AtomicInteger();
    private final CompletableFuture<Void> waiting = Methods.take(queue, taken);
    private CompletableFuture<Void> putting;

    /** Puts an item. */
    @Actor
    public void put() {
        putting = Methods.put(queue, 1);
    }

    /** Shuts down. */
    @Actor
    public void shutDown() {
        queue.shutdown();
    }

    /**
     * Looks at both calls.
     *
     * @param seen how many have failed, and the item that was taken
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = (waiting.isCompletedExceptionally() ? 1 : 0) + (putting.isCompletedExceptionally() ? 1 : 0);
        seen.r2 = taken.get();
    }
}
