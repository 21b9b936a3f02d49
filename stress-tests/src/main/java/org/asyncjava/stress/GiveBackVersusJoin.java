package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.runtime.AsyncSemaphore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The only permit is given back while the first one comes who wants it. */
@JCStressTest
@State
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "Who came has it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Who came waits for a permit that is there, or there is one too many.")
public class GiveBackVersusJoin {
    private final AsyncSemaphore permits = new AsyncSemaphore(1);
    private CompletableFuture<Void> taking;

    /** Makes a semaphore whose permit is taken. */
    public GiveBackVersusJoin() {
        permits.tryAcquire();
    }

    /** Gives it back. */
    @Actor
    public void giveBack() {
        permits.release();
    }

    /** Takes it, now or when it is given back. */
    @Actor
    public void join() {
        taking = Methods.acquire(permits);
    }

    /**
     * Looks who has it.
     *
     * @param seen 1 if who came has it, and how many are left
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = taking.isDone() ? 1 : 0;
        seen.r2 = permits.availablePermits();
    }
}
