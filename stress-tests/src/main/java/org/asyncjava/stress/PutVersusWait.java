package org.asyncjava.stress;

import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.runtime.AsyncQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** HARD_CASES 65: an item is put while somebody begins to wait for one, and a second one while there is no room yet. */
@JCStressTest
@State
@Outcome(id = "3, 0", expect = Expect.ACCEPTABLE, desc = "Both were taken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Somebody waits although there is an item, or room for one.")
public class PutVersusWait {
    private final AsyncQueue<Integer> queue = new AsyncQueue<>(1);
    private final AtomicInteger taken = new AtomicInteger();

    /** Puts two. */
    @Actor
    public void put() {
        Methods.put(queue, 1);
        Methods.put(queue, 2);
    }

    /** Takes two. */
    @Actor
    public void take() {
        Methods.take(queue, taken);
        Methods.take(queue, taken);
    }

    /**
     * Looks at what was taken, and at the queue.
     *
     * @param seen the sum, and how many are left
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = taken.get();
        seen.r2 = queue.size();
    }
}
