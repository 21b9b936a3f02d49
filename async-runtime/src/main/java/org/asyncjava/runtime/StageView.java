package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code from(stage)}, and {@code waitFor} of a stage, which has a limit of time: one stage as an awaitable. It is cancelled with the await.
 *
 * @param <T> the type of the result
 */
class StageView<T> extends LimitedWait<T> {
    /** How the stage is called, once time was up. */
    private String timedOut;

    StageView(CompletionStage<T> stage, long nanos) {
        this(stage, nanos, null);
    }

    StageView(CompletionStage<T> stage, long nanos, CompletableFuture<Object> over) {
        super(new Object[] {stage}, nanos, over);
    }

    @Override
    final Object ended(Object value, Throwable failure) {
        return failure == null ? stored(value) : failed(failure);
    }

    /** As the one stage has. */
    @Override
    final Object allEnded() {
        throw new IllegalStateException("a stage that has ended without an outcome");
    }

    @Override
    final void timeRunsOut() {
        timedOut = TimedOut.name(HeardStage.stageOf(operands[0]));
    }

    @Override
    final T collected() {
        throw new AsyncTimeoutException(TimedOut.message(timedOut, nanos), null);
    }
}
