package org.asyncjava.stress;

import java.util.concurrent.RejectedExecutionException;

import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A task sends code to another loop that is being closed. */
@JCStressTest
@State
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "Refused at the await.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The await stands for ever, or a closed loop has run the code.")
public class CallVersusClose {
    private final EventLoop here = new EventLoop();
    private final EventLoop there = new EventLoop();
    private final Task<Void> task;
    private int begun;

    /** Makes the task that will send it. */
    public CallVersusClose() {
        task = here.createTask(there.call(() -> {
            begun++;
            return Coroutine.done();
        }));
    }

    /** Sends the code. */
    @Actor
    public void call() {
        Methods.turn(here);
    }

    /** Closes the loop. */
    @Actor
    public void close() {
        there.close();
    }

    /**
     * Looks how the await has ended.
     *
     * @param seen how often the code has been begun, and 1 if the await was refused
     */
    @Arbiter
    public void look(II_Result seen) {
        Methods.turn(here);
        Methods.turn(here);
        seen.r1 = begun;
        seen.r2 = task.isDone() && task.exception() instanceof RejectedExecutionException ? 1 : 0;
        here.close();
    }
}
