package org.asyncjava.runtime;

import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A result that somebody else will provide: asyncio's {@code Future}.
 *
 * <pre>{@code
 * Deferred<String> answer = new Deferred<>();
 * createTask(asker(answer));
 * answer.complete("42");
 * }</pre>
 *
 * <p>Confined to its loop but for {@link #completeThreadsafe} and {@link #failThreadsafe}.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
@NullMarked
public sealed class Deferred<T extends @Nullable Object> extends LoopFuture<T> permits Gather, StrandFuture {
    /**
     * Makes a deferred result of the loop that runs on this thread.
     *
     * @throws IllegalStateException when none does
     */
    public Deferred() {
        this(EventLoop.require("new Deferred()"));
    }

    /**
     * Makes a deferred result.
     *
     * @param loop the loop that will run the waiters
     */
    public Deferred(EventLoop loop) {
        super(Objects.requireNonNull(loop, "loop"));
    }

    private Deferred(Deferred<T> original, Failure outcome) {
        super(original, outcome);
    }

    /**
     * Sets the result.
     *
     * @param value the result, may be null
     * @throws InvalidStateException when there is an outcome already
     */
    public final void complete(T value) {
        requirePending();
        settleValue(value);
    }

    /**
     * Sets the failure.
     *
     * @param failure what awaiting calls get, as it is
     * @throws InvalidStateException when there is an outcome already
     */
    public final void fail(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        requirePending();
        settleFailure(failure);
    }

    /** Ends as something that was cancelled, and whose outcome this one passes on; without effect if there is an outcome. */
    final void cancelAs(CancellationException cancellation) {
        if (!isDone()) {
            settle(Failure.ended(cancellation));
        }
    }

    /** Fails with the failure of another future, of which this one passes on the outcome. */
    final void failAs(LoopFuture<?> other, Throwable failure) {
        LogicalTrace.passes(failure, other, this);
        settleFailure(failure);
    }

    /**
     * Sets the result from any thread, unless there is an outcome by the time the loop gets to it.
     *
     * @param value the result, may be null
     */
    public final void completeThreadsafe(T value) {
        loop.send(() -> {
            if (!isDone()) {
                complete(value);
            }
        });
    }

    /**
     * Sets the failure from any thread, unless there is an outcome by the time the loop gets to it.
     *
     * @param failure what awaiting calls get, as it is
     */
    public final void failThreadsafe(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        loop.send(() -> {
            if (!isDone()) {
                fail(failure);
            }
        });
    }

    @Override
    public boolean cancel(@Nullable String message) {
        loop.requireOwnThread();
        if (isDone()) {
            return false;
        }
        settle(Failure.cancelled(message));
        return true;
    }

    /** As in {@code <Deferred finished result=42>}. */
    @Override
    final String opening() {
        return "<Deferred " + life();
    }

    @Override
    final Deferred<T> likeness(Failure outcome) {
        return new Deferred<>(this, outcome);
    }

    private void requirePending() {
        if (isDone()) {
            throw new InvalidStateException("invalid state: " + this);
        }
    }
}
