package org.asyncjava.benchmarks;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a contender can do besides that has structure where no loop runs: waits for several, limits of time, groups. */
public interface Scopes {
    /**
     * Waits for both, and adds up.
     *
     * @param a an operand
     * @param b another one
     * @return the sum
     */
    CompletableFuture<Integer> gathered(CompletableFuture<Integer> a, CompletableFuture<Integer> b);

    /**
     * Waits, for a day at most.
     *
     * @param a an operand
     * @return its value
     */
    CompletableFuture<Integer> limited(CompletableFuture<Integer> a);

    /**
     * Starts a call for each operand that waits for it; both have ended when this has.
     *
     * @param a an operand
     * @param b another one
     * @return the sum
     */
    CompletableFuture<Integer> grouped(CompletableFuture<Integer> a, CompletableFuture<Integer> b);

    /**
     * Starts a call for each operand that waits for it, as many at a time as there are.
     *
     * @param operands what to wait for
     * @return the sum
     */
    CompletableFuture<Integer> mapped(List<CompletableFuture<Integer>> operands);
}
