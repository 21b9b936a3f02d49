package org.asyncjava.benchmarks.contenders.limitfull;

/** Is told by the loop that a promise has an outcome. */
@FunctionalInterface
interface Callback {
    void done(Promise promise);
}
