package org.asyncjava.runtime;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code waitAll} and its like of stages: cancels none of them, and asks none for its outcome.
 *
 * @param <F> the type of the stages
 */
final class JointWaiting<F extends CompletionStage<?>> extends LimitedWait<Waited<F>> {
    private final Waiting.Until until;

    /**
     * Makes a wait that has not begun.
     *
     * @param operands different stages
     */
    JointWaiting(Waiting.Until until, Object[] operands, long nanos) {
        super(operands, nanos, new CompletableFuture<>());
        this.until = until;
    }

    @Override
    Object ended(Object value, Throwable failure) {
        boolean enough = switch (until) {
            case ALL_DONE -> false;
            case ONE_DONE -> true;
            case ONE_FAILED -> failure != null && !(failure instanceof CancellationException);
        };
        return enough ? TO_BE_COLLECTED : null;
    }

    @Override
    Object allEnded() {
        return TO_BE_COLLECTED;
    }

    @Override
    void giveUpOperands() {
    }

    @Override
    @SuppressWarnings("unchecked")
    Waited<F> collected() {
        Set<F> done = new LinkedHashSet<>();
        Set<F> pending = new LinkedHashSet<>();
        for (Object operand : operands) {
            F stage = (F) HeardStage.stageOf(operand);
            boolean ended = operand instanceof HeardStage heard && heard.hasEnded() || !StageWait.isPending(stage);
            (ended ? done : pending).add(stage);
        }
        return new Waited<>(Collections.unmodifiableSet(done), Collections.unmodifiableSet(pending));
    }
}
