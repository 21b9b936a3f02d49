package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.function.Supplier;

/** Adds up the elements of iterations, one after the other. */
final class SumOfElements extends Call {
    private final Supplier<Iteration> sequence;
    private int left;
    private Iteration iteration;
    private long sum;

    SumOfElements(Supplier<Iteration> sequence, int iterations) {
        this.sequence = sequence;
        this.left = iterations;
    }

    @Override
    protected void resume() throws Throwable {
        long sum = this.sum;
        int left = this.left;
        Iteration iteration = this.iteration;
        boolean isResumed = place() == 1;
        for (; isResumed || left > 0; left--) {
            if (!isResumed) {
                iteration = sequence.get();
            }
            while (true) {
                boolean hasNext;
                if (isResumed) {
                    isResumed = false;
                    hasNext = (Boolean) returned();
                } else {
                    Call advance = iteration.advance();
                    if (begin(advance)) {
                        this.sum = sum;
                        this.left = left;
                        this.iteration = iteration;
                        suspend(advance, 1);
                        return;
                    }
                    hasNext = (Boolean) advance.take();
                }
                if (!hasNext) {
                    break;
                }
                sum += (Integer) iteration.current();
            }
        }
        complete(sum);
    }
}
