package org.asyncjava.benchmarks.contenders.smfast;

import java.util.concurrent.CompletableFuture;

/** Calls itself, awaits that and adds one. Nothing but the place is live while it waits. */
final class Nested extends Machine<Integer> {
    static CompletableFuture<Integer> call(int depth) {
        int result = 0;
        if (depth > 0) {
            CompletableFuture<Integer> callee = call(depth - 1);
            if (!callee.isDone()) {
                return new Nested().suspend(callee);
            }
            result = callee.join() + 1;
        }
        return completedFuture(result);
    }

    static CompletableFuture<Integer> call(SmFast publisher, int depth, int awaits) {
        if (depth == 0) {
            return LastBits.of(SumOfPublished.call(publisher, awaits));
        }
        CompletableFuture<Integer> callee = call(publisher, depth - 1, awaits);
        return callee.isDone() ? completedFuture(callee.join() + 1) : new Nested().suspend(callee);
    }

    @Override
    void resume(Object value) {
        settle((Integer) value + 1);
    }

    /** The rest of the innermost call: the last three bits of a sum. */
    private static final class LastBits extends Machine<Integer> {
        static CompletableFuture<Integer> of(CompletableFuture<Long> sum) {
            return sum.isDone() ? completedFuture((int) (sum.join() & 7)) : new LastBits().suspend(sum);
        }

        @Override
        void resume(Object value) {
            settle((int) ((Long) value & 7));
        }
    }
}
