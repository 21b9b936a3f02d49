package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

import org.asyncjava.runtime.Dispatcher;
import org.asyncjava.runtime.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** The operand of a method that goes on with a loop completes while the loop is closed. */
@JCStressTest
@State
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The method has gone on.")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "It was refused at its await.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It has not ended, or otherwise.")
public class CompleteVersusClose {
    private final EventLoop loop = new EventLoop();
    private final CompletableFuture<Integer> operand = new CompletableFuture<>();
    private final CompletableFuture<Integer> call = Dispatcher.call(loop, () -> Methods.plusHundred(operand));

    /** Completes the operand. */
    @Actor
    public void complete() {
        operand.complete(1);
    }

    /** Closes the loop. */
    @Actor
    public void close() {
        loop.close();
    }

    /**
     * Looks how the method has ended.
     *
     * @param seen 1 with its result, 2 refused, 3 otherwise, 0 not at all
     */
    @Arbiter
    public void look(I_Result seen) {
        seen.r1 = call.isDone() ? ending() : 0;
    }

    private int ending() {
        try {
            return call.get() == 101 ? 1 : 3;
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof RejectedExecutionException ? 2 : 3;
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
