package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;

/**
 * The failed or cancelled outcome of a {@link LoopFuture}. Without subclasses, since every await of what is done has to tell it from a result: the JVM compares
 * the class that the object has then, instead of looking for an ancestor in it.
 */
final class Failure {
    private enum Kind {
        /** An exception, and the report that is due if nobody asks for it. */
        FAILED,
        /** A cancellation that was requested: everyone who asks gets an exception of his own. */
        REQUESTED,
        /** A cancellation that has left the body of a task, or that of a stage. */
        ENDED
    }

    private final Kind kind;
    /** The exception; of a requested cancellation its message. */
    private final Object subject;
    private UnretrievedFailure report;

    private Failure(Kind kind, Object subject) {
        this.kind = kind;
        this.subject = subject;
    }

    static Failure failed(Throwable cause) {
        return new Failure(Kind.FAILED, cause);
    }

    static Failure cancelled(String message) {
        return new Failure(Kind.REQUESTED, message);
    }

    static Failure ended(CancellationException cause) {
        return new Failure(Kind.ENDED, cause);
    }

    boolean isCancellation() {
        return kind != Kind.FAILED;
    }

    /** The exception, without asking for it; null for a cancellation. */
    Throwable unasked() {
        return isCancellation() ? null : (Throwable) subject;
    }

    /** What an await or {@code result()} throws. Whoever asks has heard of the failure. */
    Throwable toThrow() {
        if (kind == Kind.REQUESTED) {
            return new CancellationException((String) subject);
        }
        UnretrievedFailure due = report;
        if (due != null) {
            due.retrieved();
            report = null;
        }
        return (Throwable) subject;
    }

    void reportUnlessRetrieved(LoopFuture<?> future) {
        report = UnretrievedFailure.watch(future, (Throwable) subject);
    }

    boolean isUnretrieved() {
        return report != null;
    }

    /** How the text of a future tells of its failure. */
    static String text(Throwable cause) {
        return " exception=" + ShortText.of(cause);
    }
}
