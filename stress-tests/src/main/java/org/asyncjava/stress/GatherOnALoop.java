package org.asyncjava.stress;

import static org.asyncjava.runtime.Coroutines.gather;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A task gathers two stages that other threads complete, while the task is cancelled on its loop. */
@JCStressTest
@State
@Outcome(id = {"1, 1", "3, 1"}, expect = Expect.ACCEPTABLE, desc = "Both results or a cancellation; the task has ended.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The task has not ended, has done so twice, or has missed a result.")
public class GatherOnALoop {
    private final CompletableFuture<Integer> a = new CompletableFuture<>();
    private final CompletableFuture<Integer> b = new CompletableFuture<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final EventLoop loop = new EventLoop();
    private final Task<Integer> task = loop.createTask(Methods.sumInTask(gather(a, b), ends));

    /** The task waits. */
    public GatherOnALoop() {
        Methods.turn(loop);
    }

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

    /** Cancels the task. */
    @Actor
    public void cancel() {
        task.cancel();
        Methods.turn(loop);
    }

    /**
     * Looks at the method.
     *
     * @param seen 1 for the sum, 3 for a cancellation, 0 for neither; and how often the task has ended
     */
    @Arbiter
    public void look(II_Result seen) {
        for (int i = 0; i < 4; i++) {
            Methods.turn(loop);
        }
        if (task.isCancelled()) {
            seen.r1 = 3;
        } else {
            seen.r1 = task.isDone() && task.result() == 3 ? 1 : 0;
        }
        seen.r2 = ends.get();
        loop.close();
    }
}
