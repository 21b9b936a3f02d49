package org.asyncjava.benchmarks;

import java.util.concurrent.CompletableFuture;

/** What a contender can do besides whose calls may be started by one thread and go on on another. */
public interface SharedCalls {
    /**
     * A call that awaits an operand.
     *
     * @param operand completed with 0 to 7, before or later, by any thread
     * @return the operand's value and one
     */
    CompletableFuture<Integer> plusOne(CompletableFuture<Integer> operand);
}
