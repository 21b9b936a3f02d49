package org.asyncjava.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;

/** The threads of an executor, none of which is a strand's between its runs. */
record StrandHost(Executor executor) implements LoopHost {
    StrandHost {
        Objects.requireNonNull(executor, "executor");
    }

    @Override
    public void execute(Runnable run) {
        executor.execute(run);
    }

    /** What is timed only wakes the strand, which does no more than {@link #execute}. */
    @Override
    public Runnable schedule(Runnable wake, Duration delay) {
        return DefaultDispatch.runLater(wake, Nanos.of(delay));
    }

    @Override
    public boolean isCurrent() {
        return false;
    }

    /** An executor tells nobody of its end. */
    @Override
    public void onEnd(Runnable ended) {
    }
}
