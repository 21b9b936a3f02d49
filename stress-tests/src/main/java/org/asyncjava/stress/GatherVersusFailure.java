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

/** A method without a loop gathers two stages, of which one fails while the other one is completed. */
@JCStressTest
@State
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "The failure, once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The failure is lost, or the method has ended twice.")
public class GatherVersusFailure {
    private final CompletableFuture<Integer> a = new CompletableFuture<>();
    private final CompletableFuture<Integer> b = new CompletableFuture<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final CompletableFuture<Integer> result = Methods.sum(gather(a, b), ends);

    /** Completes the first. */
    @Actor
    public void completeFirst() {
        a.complete(1);
    }

    /** Fails the second. */
    @Actor
    public void fail() {
        b.completeExceptionally(new IllegalStateException());
    }

    /**
     * Looks at the method.
     *
     * @param seen 2 for the failure; and how often the method has ended
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = Methods.fateOf(result, 3);
        seen.r2 = ends.get();
    }
}
