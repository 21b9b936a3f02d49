package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;

/** The failed or cancelled outcome of a {@link LoopFuture}. */
abstract sealed class Failure {
    /** What an await or {@code result()} throws. Whoever asks has heard of the failure. */
    abstract Throwable toThrow();

    /** How the text of a future tells of its failure. */
    static String text(Throwable cause) {
        return " exception=" + ShortText.of(cause);
    }

    /** An exception, and the report that is due if nobody asks for it. */
    static final class Failed extends Failure {
        final Throwable cause;
        private UnretrievedFailure report;

        Failed(Throwable cause) {
            this.cause = cause;
        }

        void reportUnlessRetrieved(LoopFuture<?> future) {
            report = UnretrievedFailure.watch(future, cause);
        }

        boolean isUnretrieved() {
            return report != null;
        }

        @Override
        Throwable toThrow() {
            UnretrievedFailure due = report;
            if (due != null) {
                due.retrieved();
                report = null;
            }
            return cause;
        }
    }

    /** A cancellation that was requested: everyone who asks gets an exception of his own. */
    static final class Cancelled extends Failure {
        private final String message;

        Cancelled(String message) {
            this.message = message;
        }

        @Override
        Throwable toThrow() {
            return new CancellationException(message);
        }
    }

    /** A cancellation that has left the body of a task, or that of a stage. */
    static final class Ended extends Failure {
        private final CancellationException cause;

        Ended(CancellationException cause) {
            this.cause = cause;
        }

        @Override
        Throwable toThrow() {
            return cause;
        }
    }
}
