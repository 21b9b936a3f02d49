package org.asyncjava.stress;

import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.runtime.AsyncQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** An item comes into a priority queue while another one is taken. */
@JCStressTest
@State
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The smaller item was put first.")
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "The greater item was taken first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An item is lost or doubled.")
public class PutVersusTake {
    private final AsyncQueue<Integer> queue = AsyncQueue.priority(2, Comparator.naturalOrder());
    private final AtomicInteger taken = new AtomicInteger();

    /** Makes a queue with an item. */
    public PutVersusTake() {
        queue.putNow(2);
    }

    /** Puts a smaller one. */
    @Actor
    public void put() {
        Methods.put(queue, 1);
    }

    /** Takes one. */
    @Actor
    public void take() {
        Methods.take(queue, taken);
    }

    /**
     * Looks at what was taken, and at the queue.
     *
     * @param seen the item, and the one that is left
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = taken.get();
        seen.r2 = queue.size() == 1 ? queue.takeNow() : 0;
    }
}
