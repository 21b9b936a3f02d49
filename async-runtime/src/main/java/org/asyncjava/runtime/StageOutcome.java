package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Reads futures that are done, without an allocation when they have a result. */
final class StageOutcome {
    private StageOutcome() {
    }

    /** The outcome of a stage that was awaited: of the future itself, or of what a driver has put in its place. */
    static Object ofStage(Object operand) throws Throwable {
        return operand instanceof CompletableFuture<?> future ? of(future) : Operands.outcome(operand);
    }

    /**
     * The outcome of a future that is done.
     *
     * @param future not a minimal stage
     * @return its result
     * @throws Throwable its failure: of a method transformed by this library as it is, of any other future without the one
     *         {@link CompletionException} that dependent stages wrap failures in
     */
    static Object of(CompletableFuture<?> future) throws Throwable {
        try {
            return resultOf(future);
        } catch (Throwable thrown) {
            throw future.isCompletedExceptionally() ? LogicalTrace.rethrown(failureOf(future), future) : thrown;
        }
    }

    /** Calls the method of one class, as {@link StageWait#isPending}. */
    private static Object resultOf(CompletableFuture<?> future) {
        if (future.getClass() == CompletableFuture.class) {
            return future.join();
        }
        return future instanceof OwnFuture<?> own ? own.result() : future.join();
    }

    /** The failure of a future that has failed: see {@link #of}. */
    static Throwable failureOf(CompletableFuture<?> future) {
        FailureSlot slot = new FailureSlot();
        future.handle(slot);
        Throwable failure = slot.failure;
        if (failure == null) {
            return new IllegalStateException("a future that has failed does not tell how: " + ShortText.of(future));
        }
        return thrown(failure, future);
    }

    /**
     * What an await throws.
     *
     * @param failure what the awaited object has ended with
     * @param awaited that object
     */
    static Throwable thrown(Throwable failure, Object awaited) {
        return awaited instanceof CompletionStage && !(awaited instanceof HotCall || awaited instanceof RawFailure) ? unwrapped(failure) : failure;
    }

    /** A failure without the one CompletionException that a stage may have put around it. */
    static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapper ? causeOf(wrapper) : null;
        return cause == null ? failure : cause;
    }

    /** A subclass may have a getCause of its own. */
    private static Throwable causeOf(CompletionException wrapper) {
        try {
            return wrapper.getCause();
        } catch (Throwable refused) {
            return null;
        }
    }

    /** Takes the failure as the future stores it; {@code join} and {@code get} would wrap it or make a new exception. */
    private static final class FailureSlot implements BiFunction<Object, Throwable, Object> {
        private Throwable failure;

        @Override
        public Object apply(Object value, Throwable thrown) {
            failure = thrown;
            return null;
        }
    }
}
