package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;

/**
 * A coroutine that runs on a loop, side by side with others: asyncio's {@code Task}.
 *
 * <p>Made by {@code createTask}. Confined to its loop.
 *
 * @param <T> the type of the result
 */
public final class Task<T> extends LoopFuture<T> implements Driver, Runnable {
    private static final int STARTED = 1;
    private static final int MUST_CANCEL = 2;
    private static final int ONE_REQUEST = 4;

    /** The innermost suspended continuation; the source of the coroutine when the task has ended. */
    private Object call;

    /** The two flags, and how many cancellations were requested. */
    private int flags;

    private final int number;
    private String name;
    private String cancelMessage;

    /** The loop's list of live tasks, oldest first. */
    Task<?> previous;
    Task<?> next;

    Task(EventLoop loop, Continuation<T> coroutine, int number, String name) {
        super(loop);
        this.call = coroutine;
        this.number = number;
        this.name = name;
    }

    /**
     * The name: as given or {@code Task-1}, {@code Task-2}, ... in order of creation.
     *
     * @return the name
     */
    public String name() {
        return name == null ? "Task-" + number : name;
    }

    /** Runs the coroutine to its next suspension. Called by the loop only. */
    @Override
    public void run() {
        Task<?> interrupted = loop.enter(this);
        try {
            step((Continuation<?>) call);
        } finally {
            loop.enter(interrupted);
        }
    }

    private void step(Continuation<?> from) {
        if ((flags & STARTED) == 0) {
            flags |= STARTED;
            if (from.state != Continuation.UNSTARTED) {
                end(failedStart(from));
                return;
            }
            from.caller = this;
        }
        if ((flags & MUST_CANCEL) != 0) {
            throwCancellationAt(from);
        }
        Continuation<?> stopped = from.isEnded() ? from : Chain.advance(from);
        if (stopped.isEnded()) {
            end(stopped);
        } else {
            suspend(stopped);
        }
    }

    private static Continuation<?> failedStart(Continuation<?> started) {
        Follower<?> substitute = new Follower<>(started);
        substitute.fail(new IllegalStateException("cannot reuse already awaited coroutine: " + started));
        return substitute;
    }

    private void throwCancellationAt(Continuation<?> innermost) {
        CancellationException cancellation = new CancellationException(cancelMessage);
        flags &= ~MUST_CANCEL;
        if (innermost.state == Continuation.UNSTARTED) {
            innermost.fail(cancellation);
        } else {
            innermost.awaited = Coroutine.failed(cancellation);
        }
    }

    private void suspend(Continuation<?> innermost) {
        call = innermost;
        try {
            Operands.subscribe(innermost.awaited, this);
        } catch (Throwable refused) {
            innermost.awaited = Coroutine.failed(refused);
            loop.ready(this);
        }
        if ((flags & MUST_CANCEL) != 0 && Operands.cancel(innermost.awaited, cancelMessage)) {
            flags &= ~MUST_CANCEL;
        }
    }

    private void end(Continuation<?> outermost) {
        call = outermost.source();
        loop.forget(this);
        if (outermost.state == Continuation.COMPLETED) {
            if ((flags & MUST_CANCEL) != 0) {
                settle(new Failure.Cancelled(cancelMessage));
            } else {
                settleValue(outermost.awaited);
            }
        } else if (outermost.awaited instanceof CancellationException cancellation) {
            settle(new Failure.Ended(cancellation));
        } else {
            settle(new Failure.Failed((Throwable) outermost.awaited));
        }
    }

    /** For what this task awaits; programs do not call it. */
    @Override
    public void wake() {
        loop.execute(this);
    }

    /**
     * Asks for cancellation: the await where the coroutine stands throws a {@link CancellationException}, and what it waits for is
     * cancelled too. The coroutine may clean up, and may go on.
     *
     * @param message the exception's message, or null
     * @return false if the task has ended
     */
    @Override
    public boolean cancel(String message) {
        if (isDone()) {
            return false;
        }
        flags += ONE_REQUEST;
        cancelMessage = message;
        boolean asked = loop.currentTask() != this && call instanceof Continuation<?> innermost
                && innermost.state != Continuation.UNSTARTED && Operands.cancel(innermost.awaited, message);
        if (!asked) {
            flags |= MUST_CANCEL;
        }
        return true;
    }
}
