package org.asyncjava.stress;

import static org.asyncjava.runtime.Coroutines.waitFor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A method without a loop waits for a stage with a limit of time; the stage is completed while the method is cancelled. */
@JCStressTest
@State
@Outcome(id = {"1, 1", "3, 1"}, expect = Expect.ACCEPTABLE, desc = "The result or a cancellation, once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The method has not ended, or has done so twice.")
public class LimitVersusComplete {
    private final CompletableFuture<Integer> a = new CompletableFuture<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final CompletableFuture<Integer> result = Methods.counted(waitFor(a, Duration.ofDays(1)), ends);

    /** Completes the stage. */
    @Actor
    public void completeFirst() {
        a.complete(1);
    }

    /** Cancels the method. */
    @Actor
    public void cancel() {
        result.cancel(true);
    }

    /**
     * Looks at the method.
     *
     * @param seen 1 for the result, 3 for a cancellation; and how often the method has ended
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = Methods.fateOf(result, 1);
        seen.r2 = ends.get();
    }
}
