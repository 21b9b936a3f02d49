package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.runtime.AsyncEvent;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** HARD_CASES 65: an event is set while somebody begins to wait for it. */
@JCStressTest
@State
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "Whoever waits goes on, and sees what was done before.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up is lost.")
public class SetVersusWait {
    private final AsyncEvent event = new AsyncEvent();
    private final int[] written = new int[1];
    private CompletableFuture<Integer> read;

    /** Begins to wait. */
    @Actor
    public void begin() {
        read = Methods.readWhenSet(event, written);
    }

    /** Writes and sets. */
    @Actor
    public void set() {
        written[0] = 7;
        event.set();
    }

    /**
     * Looks whether the wait is over.
     *
     * @param seen 1 if so, and what was read then
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = read.isDone() ? 1 : 0;
        seen.r2 = read.getNow(0);
    }
}
