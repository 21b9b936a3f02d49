package org.asyncjava.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * {@code gather} of stages: what all results together make. The first failure is passed on at once; the others go on.
 *
 * @param <T> the type of the stages' results
 * @param <R> the type of the result
 */
class JointGather<T, R> extends JointWait<R> {
    /** How many stages are asked at each end: for more of them it would take too long. */
    private static final int FEW = 4;

    /** Null if the list is the result. */
    private final Function<? super List<T>, ? extends R> combine;

    /**
     * Makes a gathering that has not begun.
     *
     * @param operands the stages
     * @param combine called where the result is taken first; null if the list is the result
     */
    JointGather(Object[] operands, Function<? super List<T>, ? extends R> combine) {
        super(operands);
        this.combine = combine;
    }

    @Override
    boolean asksStages() {
        if (operands.length > FEW) {
            return false;
        }
        for (Object operand : operands) {
            if (!isHeardItself(operand)) {
                return false;
            }
        }
        return true;
    }

    /** A failure decides by itself. */
    @Override
    final boolean haveAllEnded() {
        for (Object operand : operands) {
            CompletableFuture<?> future = (CompletableFuture<?>) operand;
            if (!future.isDone() || future.isCompletedExceptionally()) {
                return false;
            }
        }
        return true;
    }

    @Override
    Object ended(Object value, Throwable failure) {
        return failure == null ? null : failed(failure);
    }

    @Override
    final Object allEnded() {
        if (combine != null) {
            return TO_BE_COLLECTED;
        }
        try {
            return results();
        } catch (Throwable failure) {
            return failed(failure);
        }
    }

    @Override
    final boolean hearsOn() {
        return true;
    }

    @Override
    final R collected() throws Throwable {
        return combine.apply(results());
    }

    @SuppressWarnings("unchecked")
    private List<T> results() throws Throwable {
        Object[] results = new Object[operands.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = resultOf(operands[i]);
        }
        return (List<T>) Arrays.asList(results);
    }

    /** What becomes of one stage in the list. */
    Object resultOf(Object operand) throws Throwable {
        return operand instanceof HeardStage heard ? heard.result() : StageOutcome.of((CompletableFuture<?>) operand);
    }
}
