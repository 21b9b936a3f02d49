package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.concurrent.CancellationException;

/**
 * How something ended that has no result, or what is to be thrown at an await.
 *
 * @param cause the exception
 */
record Failure(Throwable cause) {
    static Failure cancelled() {
        return new Failure(new CancellationException());
    }

    boolean isCancellation() {
        return cause instanceof CancellationException;
    }
}
