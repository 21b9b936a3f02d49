package org.asyncjava.stress;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.runtime.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** HARD_CASES 73: another thread sends a callback to a loop that is being closed. */
@JCStressTest
@State
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "Taken, and run by the closing; refused afterwards.")
@Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "Refused, as afterwards.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Taken and dropped, refused and run, or taken after the closing.")
public class CallSoonVersusClose {
    private final EventLoop loop = new EventLoop();
    private final AtomicInteger runs = new AtomicInteger();

    /**
     * Sends a callback.
     *
     * @param seen 1 in the first place if it was taken
     */
    @Actor
    public void send(III_Result seen) {
        seen.r1 = isTaken() ? 1 : 0;
    }

    /** Closes the loop. */
    @Actor
    public void close() {
        loop.close();
    }

    /**
     * Looks whether anything has run, and sends another callback.
     *
     * @param seen the runs, and 1 if the second callback was refused
     */
    @Arbiter
    public void look(III_Result seen) {
        seen.r3 = isTaken() ? 0 : 1;
        seen.r2 = runs.get();
    }

    private boolean isTaken() {
        try {
            loop.callSoonThreadsafe(runs::incrementAndGet);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }
}
