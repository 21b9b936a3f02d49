package org.asyncjava.stress;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;

import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** The await of code of another loop is cancelled while that loop begins with it. */
@JCStressTest
@State
@Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "Given up before it has begun.")
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "Begun, cancelled and ended.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The request is lost, or the code has been begun twice or not ended.")
public class CallVersusCancel {
    private final EventLoop here = new EventLoop();
    private final EventLoop there = new EventLoop();
    private final Task<Void> task;
    private int begun;
    private int ended;

    /** Sends the code. */
    public CallVersusCancel() {
        task = here.createTask(there.call(() -> {
            begun++;
            try {
                await(sleep(Duration.ofDays(1)));
            } finally {
                ended++;
            }
            return Coroutine.done();
        }));
        Methods.turn(here);
    }

    /** Cancels the await. */
    @Actor
    public void cancel() {
        task.cancel();
        Methods.turn(here);
    }

    /** Begins with the code. */
    @Actor
    public void run() {
        Methods.turn(there);
        Methods.turn(there);
    }

    /**
     * Lets both loops end what they have to do.
     *
     * @param seen how often the code has been begun and ended, and 1 if the await was cancelled
     */
    @Arbiter
    public void look(III_Result seen) {
        for (int i = 0; i < 5; i++) {
            Methods.turn(there);
            Methods.turn(here);
        }
        seen.r1 = begun;
        seen.r2 = ended;
        seen.r3 = task.isCancelled() ? 1 : 0;
        there.close();
        here.close();
    }
}
