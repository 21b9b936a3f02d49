package org.asyncjava.stress;

import static org.asyncjava.runtime.Coroutines.gather;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.Awaitable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads begin with one and the same gathering while its stages are completed. */
@JCStressTest
@State
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Both have both results.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One of them waits for ever, or has missed a result.")
public class TwoAwaitAGather {
    private final CompletableFuture<Integer> a = new CompletableFuture<>();
    private final CompletableFuture<Integer> b = new CompletableFuture<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final Awaitable<List<Integer>> both = gather(a, b);
    private volatile CompletableFuture<Integer> one;
    private volatile CompletableFuture<Integer> other;

    /** Begins. */
    @Actor
    public void awaitOne() {
        one = Methods.sum(both, ends);
    }

    /** Begins, too. */
    @Actor
    public void awaitOther() {
        other = Methods.sum(both, ends);
    }

    /** Completes both. */
    @Actor
    public void complete() {
        a.complete(1);
        b.complete(2);
    }

    /**
     * Looks at the method.
     *
     * @param seen 1 for each who has the sum
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = Methods.fateOf(one, 3);
        seen.r2 = Methods.fateOf(other, 3);
    }
}
