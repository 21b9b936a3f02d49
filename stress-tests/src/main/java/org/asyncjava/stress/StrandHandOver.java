package org.asyncjava.stress;

import org.asyncjava.runtime.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A turn of a strand ends while another thread gives the strand something to do. */
@JCStressTest
@State
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "Both have run, the second after the first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A wake-up is lost, or a turn does not see what the one before has written.")
public class StrandHandOver {
    private final Runs runs = new Runs();
    private final EventLoop strand = EventLoop.on(runs);
    private int written;
    private int first;
    private int second;

    /** The first turn is to come. */
    public StrandHandOver() {
        strand.execute(() -> first = ++written);
    }

    /** A thread of the executor. */
    @Actor
    public void turn() {
        runs.runAll();
    }

    /** Another thread. */
    @Actor
    public void submit() {
        strand.execute(() -> second = ++written);
    }

    /**
     * Runs what is left.
     *
     * @param seen what each has written
     */
    @Arbiter
    public void look(II_Result seen) {
        runs.runAll();
        seen.r1 = first;
        seen.r2 = second;
    }
}
