package org.asyncjava.stress;

import org.asyncjava.runtime.AsyncLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two methods on two threads want one lock. */
@JCStressTest
@State
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "Both had the lock, and it is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The lock is lost, or two were inside.")
public class TakeVersusRelease {
    private final AsyncLock lock = new AsyncLock();
    private final int[] counter = new int[1];

    /** Takes the lock, now or when the other one releases it. */
    @Actor
    public void one() {
        Methods.increment(lock, counter);
    }

    /** Takes the lock, now or when the other one releases it. */
    @Actor
    public void other() {
        Methods.increment(lock, counter);
    }

    /**
     * Looks how many were inside, and at the lock.
     *
     * @param seen the number, and 1 if the lock is held
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = counter[0];
        seen.r2 = lock.isLocked() ? 1 : 0;
    }
}
