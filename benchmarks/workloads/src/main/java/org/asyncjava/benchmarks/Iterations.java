package org.asyncjava.benchmarks;

import java.util.Set;

/**
 * What a contender can do besides that hands out the elements of a sequence one by one, to a loop that asks for the next one when it has dealt
 * with the one before. Element i is {@code i & 7}; each iteration begins anew.
 */
public interface Iterations {
    /** What happens between two elements. */
    enum Source {
        /** Nothing can be awaited, and the loop is a plain one. */
        PLAIN,
        /** Something could be awaited, but is not. */
        READY,
        /** An operand is made, published in a field and awaited; what drives it completes it with the element when all have suspended. */
        SUSPENDED
    }

    /**
     * What this contender can do; for others {@link #iterate} throws {@link UnsupportedOperationException}.
     *
     * @return the sources
     */
    Set<Source> sources();

    /**
     * Loops over sequences, one after the other.
     *
     * @param source of the elements
     * @param iterations how many
     * @param elements how many each has; a multiple of eight, so that operands may be numbered through
     * @return the sum of all elements of all iterations
     */
    long iterate(Source source, int iterations, int elements);
}
