package org.asyncjava.stress;

import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.runtime.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two tasks of a strand are woken by two threads while the executor begins to refuse. */
@JCStressTest
@State
@Outcome(id = {"1, 1, 2", "1, 2, 2", "2, 1, 2", "2, 2, 2"}, expect = Expect.ACCEPTABLE, desc = "Each has ended once, with its result or the refusal.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A task has not ended, or has done so twice.")
public class StrandRefusal {
    private volatile boolean refuses;
    private final EventLoop strand = EventLoop.on(this::execute);
    private final AtomicInteger ends = new AtomicInteger();
    private final CompletableFuture<Integer> a = new CompletableFuture<>();
    private final CompletableFuture<Integer> b = new CompletableFuture<>();
    private final CompletableFuture<Integer> ofA = runCoroutineThreadsafe(Methods.waiting(a, ends), strand);
    private final CompletableFuture<Integer> ofB = runCoroutineThreadsafe(Methods.waiting(b, ends), strand);

    private void execute(Runnable turn) {
        if (refuses) {
            throw new RejectedExecutionException();
        }
        turn.run();
    }

    /** Wakes the first. */
    @Actor
    public void complete() {
        a.complete(1);
    }

    /** The executor refuses from now on. */
    @Actor
    public void refuse() {
        refuses = true;
        b.complete(1);
    }

    /**
     * Looks at both.
     *
     * @param seen 1 for a result, 2 for a refusal, 0 for none, of each; and how often a task has ended
     */
    @Arbiter
    public void look(III_Result seen) {
        seen.r1 = Methods.fateOf(ofA);
        seen.r2 = Methods.fateOf(ofB);
        seen.r3 = ends.get();
    }
}
