package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** HARD_CASES 65 and 66: the operand completes while the method is being suspended. */
@JCStressTest
@State
@Outcome(id = "101", expect = Expect.ACCEPTABLE, desc = "The method has gone on, with its locals.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost wake-up, or locals not seen.")
public class SuspendVersusComplete {
    private final CompletableFuture<Integer> operand = new CompletableFuture<>();
    private CompletableFuture<Integer> result;

    /** Calls the method, which is suspended or not. */
    @Actor
    public void suspend() {
        result = Methods.plusHundred(operand);
    }

    /** Completes what it awaits. */
    @Actor
    public void complete() {
        operand.complete(1);
    }

    /**
     * Looks at the result.
     *
     * @param seen the result
     */
    @Arbiter
    public void look(I_Result seen) {
        seen.r1 = result.getNow(-1);
    }
}
