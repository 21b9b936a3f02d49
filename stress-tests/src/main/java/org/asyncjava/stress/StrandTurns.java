package org.asyncjava.stress;

import org.asyncjava.runtime.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads of an executor run the turns of one strand, and give it more to do meanwhile. */
@JCStressTest
@State
@Outcome(id = "4, 0", expect = Expect.ACCEPTABLE, desc = "One at a time, each after the one before.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Two at a time, or one without what the one before has written, or one is lost.")
public class StrandTurns {
    private final Runs runs = new Runs();
    private final EventLoop strand = EventLoop.on(runs);
    private int counter;
    private boolean entered;
    private int together;

    private void step() {
        if (entered) {
            together++;
        }
        entered = true;
        counter++;
        entered = false;
    }

    private void giveAndRun() {
        strand.execute(this::step);
        runs.runAll();
        strand.execute(this::step);
        runs.runAll();
    }

    /** One thread. */
    @Actor
    public void one() {
        giveAndRun();
    }

    /** The other one. */
    @Actor
    public void other() {
        giveAndRun();
    }

    /**
     * Runs what is left.
     *
     * @param seen how many steps there were, and how often two met
     */
    @Arbiter
    public void look(II_Result seen) {
        runs.runAll();
        seen.r1 = counter;
        seen.r2 = together;
    }
}
