package org.asyncjava.benchmarks.contenders.limit;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The last three bits of the numbers below a bound. */
final class Counting implements Iterator<Integer> {
    private final int bound;
    private int i;

    Counting(int bound) {
        this.bound = bound;
    }

    @Override
    public boolean hasNext() {
        return i < bound;
    }

    @Override
    public Integer next() {
        if (i >= bound) {
            throw new NoSuchElementException();
        }
        return i++ & 7;
    }
}
