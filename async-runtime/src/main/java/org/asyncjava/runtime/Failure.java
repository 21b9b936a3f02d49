package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;

/** The failed or cancelled outcome of a {@link LoopFuture}. */
sealed interface Failure {
    /** What an await or {@code result()} throws. */
    Throwable toThrow();

    /** An exception. */
    record Failed(Throwable toThrow) implements Failure {
    }

    /** A cancellation that was requested: everyone who asks gets an exception of his own. */
    record Cancelled(String message) implements Failure {
        @Override
        public Throwable toThrow() {
            return new CancellationException(message);
        }
    }

    /** A cancellation that has left the body of a task. */
    record Ended(CancellationException toThrow) implements Failure {
    }
}
