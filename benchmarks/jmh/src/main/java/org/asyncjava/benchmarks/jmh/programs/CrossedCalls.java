package org.asyncjava.benchmarks.jmh.programs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.asyncjava.benchmarks.SharedCalls;
import org.asyncjava.benchmarks.Workload;

/**
 * Calls that one thread starts and another resumes.
 *
 * @param pool has two threads
 * @param contender makes the calls
 * @param calls how many
 */
record CrossedCalls(ExecutorService pool, SharedCalls contender, int calls) {
    private static final int REPETITIONS = 200;
    private static final int FEWEST = 5;
    private static final long ENOUGH_NANOS = 3_000_000_000L;

    /** Lets the compiler do its work. */
    void warmUp() {
        alone();
        crossed();
        raced();
    }

    /** Nanoseconds per call if one thread starts all and then completes all operands. */
    double alone() {
        return fastest(() -> {
            Batch batch = new Batch(contender, calls);
            batch.start(0, calls);
            batch.complete(0, calls);
            return batch.sum();
        });
    }

    /** Two threads start one half each, and then each completes the operands of the other's half. */
    double crossed() {
        int half = calls / 2;
        return fastest(() -> {
            Batch batch = new Batch(contender, calls);
            together(() -> batch.start(0, half), () -> batch.start(half, calls));
            together(() -> batch.complete(half, calls), () -> batch.complete(0, half));
            return batch.sum();
        });
    }

    /** One thread starts the calls while the other completes each operand as soon as it is there: before, after and while its call suspends. */
    double raced() {
        return fastest(() -> {
            Batch batch = new Batch(contender, calls);
            together(() -> batch.start(0, calls), () -> batch.complete(0, calls));
            return batch.sum();
        });
    }

    private double fastest(Repetition repetition) {
        long fastest = Long.MAX_VALUE;
        long end = System.nanoTime() + ENOUGH_NANOS;
        for (int i = 0; i < REPETITIONS && (i < FEWEST || System.nanoTime() < end); i++) {
            long start = System.nanoTime();
            long sum = repetition.run();
            fastest = Math.min(fastest, System.nanoTime() - start);
            Expect.same(Workload.sumBelow(calls) + calls, sum, "plusOne");
        }
        return (double) fastest / calls;
    }

    private void together(Runnable first, Runnable second) {
        CompletableFuture.allOf(CompletableFuture.runAsync(first, pool), CompletableFuture.runAsync(second, pool)).join();
    }

    /** All calls, once. */
    private interface Repetition {
        long run();
    }

    /** Calls and their operands. */
    private static final class Batch {
        private final SharedCalls contender;
        private final AtomicReferenceArray<CompletableFuture<Integer>> operands;
        private final AtomicReferenceArray<CompletableFuture<Integer>> results;

        Batch(SharedCalls contender, int calls) {
            this.contender = contender;
            operands = new AtomicReferenceArray<>(calls);
            results = new AtomicReferenceArray<>(calls);
        }

        void start(int from, int to) {
            for (int i = from; i < to; i++) {
                CompletableFuture<Integer> operand = new CompletableFuture<>();
                operands.setRelease(i, operand);
                results.setPlain(i, contender.plusOne(operand));
            }
        }

        void complete(int from, int to) {
            for (int i = from; i < to; i++) {
                CompletableFuture<Integer> operand = operands.getAcquire(i);
                while (operand == null) {
                    Thread.onSpinWait();
                    operand = operands.getAcquire(i);
                }
                operand.complete(i & 7);
            }
        }

        long sum() {
            long sum = 0;
            for (int i = 0; i < results.length(); i++) {
                sum += results.get(i).join();
            }
            return sum;
        }
    }
}
