package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.asyncjava.runtime.Dispatcher;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A scope where no loop runs, in a method that returns a future: what it waits for is completed while the executor begins to refuse and the
 * method's future is cancelled.
 */
@JCStressTest
@State
@Outcome(id = {"0, 1, 1", "1, 1, 1", "2, 1, 1"}, expect = Expect.ACCEPTABLE, desc = "The result, a cancellation or the refusal; scope and method have ended.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The scope or the method has not ended, or has done so twice.")
public class ScopeVersusCancel {
    private final CompletableFuture<Integer> operand = new CompletableFuture<>();
    private final int[] scopesEnded = {0};
    private final int[] methodsEnded = {0};
    private volatile boolean refuses;
    private final CompletableFuture<Integer> result = Dispatcher.call(this::execute, () -> Methods.scoped(operand, scopesEnded, methodsEnded));

    private void execute(Runnable work) {
        if (refuses) {
            throw new RejectedExecutionException();
        }
        work.run();
    }

    /** Completes what the scope waits for. */
    @Actor
    public void complete() {
        operand.complete(1);
    }

    /** The executor refuses from now on, and the method's future is cancelled. */
    @Actor
    public void refuseAndCancel() {
        refuses = true;
        result.cancel(true);
    }

    /**
     * Looks at what has come of it.
     *
     * @param seen how the future has ended, and how often the scope and the method have
     */
    @Arbiter
    public void look(III_Result seen) {
        if (result.isCancelled()) {
            seen.r1 = 1;
        } else if (result.isCompletedExceptionally()) {
            seen.r1 = 2;
        } else {
            seen.r1 = result.isDone() ? 0 : 3;
        }
        seen.r2 = scopesEnded[0];
        seen.r3 = methodsEnded[0];
    }
}
