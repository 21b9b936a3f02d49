package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** HARD_CASES 68: the method is cancelled while its operand completes. */
@JCStressTest
@State
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "The operand was quicker.")
@Outcome(id = "1, -1", expect = Expect.ACCEPTABLE, desc = "The cancellation was quicker.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The body has not ended exactly once.")
public class CancelVersusComplete {
    private final CompletableFuture<Integer> operand = new CompletableFuture<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final CompletableFuture<Integer> result = Methods.counting(operand, ends);

    /** Cancels the method. */
    @Actor
    public void cancel() {
        result.cancel(false);
    }

    /** Completes what it awaits. */
    @Actor
    public void complete() {
        operand.complete(7);
    }

    /**
     * Looks how often the body has ended, and at the result.
     *
     * @param seen both
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = ends.get();
        seen.r2 = result.isCancelled() ? -1 : result.getNow(-2);
    }
}
