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

/** An event is set while the first of those who wait for it is cancelled. */
@JCStressTest
@State
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Both have ended.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A wake-up is lost.")
public class SetVersusCancel {
    private final AsyncEvent event = new AsyncEvent();
    private final CompletableFuture<Integer> first = Methods.readWhenSet(event, new int[1]);
    private final CompletableFuture<Integer> second = Methods.readWhenSet(event, new int[1]);

    /** Sets. */
    @Actor
    public void set() {
        event.set();
    }

    /** Cancels who waits first. */
    @Actor
    public void cancel() {
        first.cancel(false);
    }

    /**
     * Looks at both.
     *
     * @param seen 1 for each that has ended
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = first.isDone() ? 1 : 0;
        seen.r2 = second.isDone() ? 1 : 0;
    }
}
