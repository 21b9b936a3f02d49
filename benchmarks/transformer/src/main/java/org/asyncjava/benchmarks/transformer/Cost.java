package org.asyncjava.benchmarks.transformer;

/**
 * What a piece of work took.
 *
 * @param cpu milliseconds of all threads, those of the JIT compiler and of the garbage collector included
 * @param wall milliseconds on the clock
 */
record Cost(double cpu, double wall) {
    /** The cost of work that was not done yet: more than any other. */
    static final Cost UNKNOWN = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);

    /** The smaller of each: other programs on the machine only ever add. */
    Cost min(Cost other) {
        return new Cost(Math.min(cpu, other.cpu), Math.min(wall, other.wall));
    }
}
