package org.asyncjava.stress;

import static org.asyncjava.runtime.Coroutines.gather;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A method without a loop gathers two stages; both are completed while its future is cancelled. */
@JCStressTest
@State
@Outcome(id = {"1, 1", "3, 1"}, expect = Expect.ACCEPTABLE, desc = "Both results or a cancellation; the method has ended.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The method has not ended, has done so twice, or has missed a result.")
public class GatherVersusCancel {
    private final CompletableFuture<Integer> a = new CompletableFuture<>();
    private final CompletableFuture<Integer> b = new CompletableFuture<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final CompletableFuture<Integer> result = Methods.sum(gather(a, b), ends);

    /** Completes the first. */
    @Actor
    public void completeFirst() {
        a.complete(1);
    }

    /** Completes the second. */
    @Actor
    public void completeSecond() {
        b.complete(2);
    }

    /** Cancels the method. */
    @Actor
    public void cancel() {
        result.cancel(true);
    }

    /**
     * Looks at the method.
     *
     * @param seen 1 for the sum, 3 for a cancellation; and how often the method has ended
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = Methods.fateOf(result, 3);
        seen.r2 = ends.get();
    }
}
