package org.asyncjava.stress;

import org.asyncjava.runtime.AsyncLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A lock is handed to the only one who waits for it, and is free again when that one has gone on; another thread takes it if it finds it free. */
@JCStressTest
@State
@Outcome(id = {"0, 0", "1, 0"}, expect = Expect.ACCEPTABLE, desc = "All who had it had it alone, and it is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The lock is lost, or two were inside.")
public class PollVersusHandOver {
    private final AsyncLock lock = new AsyncLock();
    private final int[] counter = new int[1];
    private int polled;

    /** Makes one that waits for the lock. */
    public PollVersusHandOver() {
        lock.tryAcquire();
        Methods.increment(lock, counter);
    }

    /** Releases. */
    @Actor
    public void release() {
        lock.release();
    }

    /** Counts if the lock is free. */
    @Actor
    public void poll() {
        if (lock.tryAcquire()) {
            polled = 1;
            counter[0]++;
            lock.release();
        }
    }

    /**
     * Looks how many were inside beside the one that waited, and at the lock.
     *
     * @param seen 1 if the other thread was inside, -1 if somebody was not alone, and 1 if the lock is held
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = counter[0] == 1 + polled ? polled : -1;
        seen.r2 = lock.isLocked() ? 1 : 0;
    }
}
