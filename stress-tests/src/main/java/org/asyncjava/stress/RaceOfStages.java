package org.asyncjava.stress;

import static org.asyncjava.runtime.Coroutines.race;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A method without a loop has two stages race, which are completed at the same time. */
@JCStressTest
@State
@Outcome(id = {"1, 1", "2, 1"}, expect = Expect.ACCEPTABLE, desc = "The result of one, once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The method has not ended, or has done so twice.")
public class RaceOfStages {
    private final CompletableFuture<Integer> a = new CompletableFuture<>();
    private final CompletableFuture<Integer> b = new CompletableFuture<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final CompletableFuture<Integer> result = Methods.counted(race(a, b), ends);

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

    /**
     * Looks at the method.
     *
     * @param seen the winner's result; and how often the method has ended
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = result.isDone() && !result.isCompletedExceptionally() ? result.join() : 0;
        seen.r2 = ends.get();
    }
}
