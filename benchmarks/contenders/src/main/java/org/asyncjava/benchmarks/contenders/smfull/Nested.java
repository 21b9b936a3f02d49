package org.asyncjava.benchmarks.contenders.smfull;

import java.util.concurrent.CompletableFuture;

/** Calls itself, awaits that and adds one. Nothing but the place is live while it waits. */
final class Nested extends Machine<Integer> {
    static CompletableFuture<Integer> call(int depth) {
        try {
            return body(depth);
        } catch (Throwable failure) {
            return failedFuture(failure);
        }
    }

    private static CompletableFuture<Integer> body(int depth) throws Throwable {
        int result = 0;
        if (depth > 0) {
            CompletableFuture<Integer> callee = call(depth - 1);
            if (!callee.isDone()) {
                return new Nested().suspend(callee);
            }
            result = (Integer) outcomeOf(callee) + 1;
        }
        return completedFuture(result);
    }

    static CompletableFuture<Integer> call(SmFull publisher, int depth, int awaits) {
        return depth == 0 ? LastBits.of(SumOfPublished.call(publisher, awaits)) : plusOne(call(publisher, depth - 1, awaits));
    }

    static CompletableFuture<Integer> plusOne(CompletableFuture<Integer> callee) {
        try {
            return callee.isDone() ? completedFuture((Integer) outcomeOf(callee) + 1) : new Nested().suspend(callee);
        } catch (Throwable failure) {
            return failedFuture(failure);
        }
    }

    @Override
    void resume() throws Throwable {
        settle((Integer) outcome() + 1);
    }

    /** The rest of the innermost call: the last three bits of a sum. */
    private static final class LastBits extends Machine<Integer> {
        static CompletableFuture<Integer> of(CompletableFuture<Long> sum) {
            try {
                return sum.isDone() ? completedFuture((int) ((Long) outcomeOf(sum) & 7)) : new LastBits().suspend(sum);
            } catch (Throwable failure) {
                return failedFuture(failure);
            }
        }

        @Override
        void resume() throws Throwable {
            settle((int) ((Long) outcome() & 7));
        }
    }
}
