package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** HARD_CASES 67: a foreign awaitable calls back twice, from two threads. */
@JCStressTest
@State
@Outcome(id = "1, 5", expect = Expect.ACCEPTABLE, desc = "The method has gone on once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The method has gone on twice, or never.")
public class DoubleResume {
    static {
        // The runtime tells the thread's handler of each repeated call: millions of stack traces, more than a report has room for.
        Thread.setDefaultUncaughtExceptionHandler((thread, repeated) -> { });
    }

    private final Twice operand = new Twice();
    private final AtomicInteger resumptions = new AtomicInteger();
    private final CompletableFuture<Integer> result = Methods.countingResumptions(operand, resumptions);

    /** Calls back. */
    @Actor
    public void first() {
        operand.callback.run();
    }

    /** Calls back as well. */
    @Actor
    public void second() {
        operand.callback.run();
    }

    /**
     * Looks how often the method has gone on, and at the result.
     *
     * @param seen both
     */
    @Arbiter
    public void look(II_Result seen) {
        seen.r1 = resumptions.get();
        seen.r2 = result.getNow(-1);
    }

    /** Breaks the contract of {@code onDone}, which says exactly once. */
    private static final class Twice implements Awaitable<Integer>, Awaiter<Integer> {
        private Runnable callback;

        @Override
        public Awaiter<Integer> awaiter() {
            return this;
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public Integer result() {
            return 5;
        }

        @Override
        public void onDone(Runnable given) {
            callback = given;
        }

        @Override
        public boolean cancel() {
            return false;
        }
    }
}
