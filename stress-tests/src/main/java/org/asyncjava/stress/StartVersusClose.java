package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A thread hands a coroutine to a loop that is being closed. */
@JCStressTest
@State
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Taken, then refused: its future has failed.")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "Refused at once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Its future stands for ever.")
public class StartVersusClose {
    private final EventLoop loop = new EventLoop();
    private CompletableFuture<Integer> future;

    /** Hands over a coroutine. */
    @Actor
    public void start() {
        try {
            future = Coroutines.runCoroutineThreadsafe(Coroutine.of(1), loop);
        } catch (RejectedExecutionException closed) {
            future = null;
        }
    }

    /** Closes the loop. */
    @Actor
    public void close() {
        loop.close();
    }

    /**
     * Looks at the future.
     *
     * @param seen 1 if it has failed, 2 if there is none, 0 if it is pending
     */
    @Arbiter
    public void look(I_Result seen) {
        seen.r1 = future == null ? 2 : future.isCompletedExceptionally() ? 1 : 0;
    }
}
