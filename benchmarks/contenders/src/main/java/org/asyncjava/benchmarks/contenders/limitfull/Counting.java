package org.asyncjava.benchmarks.contenders.limitfull;

/** The last three bits of the numbers below a bound. */
final class Counting extends Iteration {
    private final int bound;
    private int i;

    Counting(int bound) {
        this.bound = bound;
    }

    @Override
    protected void next() {
        int i = this.i;
        if (emitted() == 1) {
            i++;
        }
        if (i < bound) {
            this.i = i;
            emit(i & 7, 1);
        } else {
            over();
        }
    }
}
