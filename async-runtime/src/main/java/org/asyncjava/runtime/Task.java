package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that runs on a loop, side by side with others: asyncio's {@code Task}.
 *
 * <p>Made by {@code createTask}; its first step runs in the loop's next turn. A task ends with its coroutine's result or failure; it is
 * cancelled if a {@link CancellationException} leaves the coroutine. Confined to its loop.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
@NullMarked
public final class Task<T extends @Nullable Object> extends LoopFuture<T> implements Driver, Runnable {
    private static final int STARTED = 1;
    private static final int MUST_CANCEL = 2;
    private static final int RUNNING = 4;
    private static final int ENDED = 8;
    private static final int ONE_REQUEST = 16;

    // A task that has not ended is either scheduled, in the loop's queue and then in run(), or subscribed to what its innermost call awaits:
    // one of the two and never both. Whoever ends the subscription schedules it: the operand through wake(), which it calls once, leaveCircle(),
    // and throwAtAwait() of a loop that is being closed, which has it run at once.
    //
    //                 call                           place               flags            awaited of the innermost call
    //   not begun     the coroutine, unstarted       in LiveTasks         none             null
    //   running       as before this step            in LiveTasks         STARTED RUNNING  of no meaning
    //   subscribed    the innermost suspended call   in LiveTasks         STARTED          the operand, pending
    //   scheduled     the innermost suspended call   in LiveTasks         STARTED          the operand, done, or what is thrown in its place
    //   ended         its source(), a String         the task's number    STARTED ENDED    -
    //
    // MUST_CANCEL may be added to each but the last: a request that the next step delivers.

    /** A {@link Continuation}, in the end a {@link String}: see above. */
    private Object call;

    /** The flags, and from {@link #ONE_REQUEST} on how many requests for cancellation are open. */
    private int flags;

    /** While the task lives its place in the loop's {@link LiveTasks}, afterwards its number. */
    private int place;

    /** Null while there are none. */
    private TaskAttributes attributes;

    Task(EventLoop loop, Continuation<T> coroutine, String name) {
        super(loop);
        this.call = coroutine;
        if (coroutine.state == Continuation.UNSTARTED) {
            coroutine.caller = this;
        }
        if (name != null) {
            attributes().name = name;
        }
    }

    private Task(Task<T> original, Failure outcome) {
        super(original, outcome);
        this.call = original.call;
        this.flags = original.flags & ~RUNNING;
        this.place = original.place;
        this.attributes = original.attributes();
    }

    /**
     * The name: as given, or {@code Task-1}, {@code Task-2} and so on in the order in which the loop's tasks were made.
     *
     * @return the name
     */
    public String name() {
        return attributes == null || attributes.name == null ? "Task-" + number() : attributes.name;
    }

    /**
     * Gives another name.
     *
     * @param newName the name; null for {@code Task-N}
     */
    public void setName(@Nullable String newName) {
        attributes().name = newName;
    }

    /** The loop has entered the task. */
    void place(int entered) {
        place = entered;
    }

    /** The n-th task of its loop. */
    int number() {
        return (flags & ENDED) == 0 ? loop.tasks.numberIn(place) : place;
    }

    private TaskAttributes attributes() {
        if (attributes == null) {
            attributes = new TaskAttributes();
        }
        return attributes;
    }

    private String cancelMessage() {
        return attributes == null ? null : attributes.cancelMessage;
    }

    /** The values of the task's context variables while it does not run; null while none was set. */
    Context context() {
        return attributes == null ? null : attributes.context;
    }

    void context(Context values) {
        if (values != context()) {
            attributes().context = values;
        }
    }

    /** Runs the coroutine to its next suspension; once that has ended, tells who has gathered it. Called by the loop only. */
    @Override
    public void run() {
        if (isDone()) {
            tellGathering();
            return;
        }
        ThreadState thread = loop.threadState();
        Context outer = Context.enter(thread, context());
        flags |= RUNNING;
        try {
            Continuation<?> stopped = next();
            if (!stopped.isEnded()) {
                stopped = Chain.advance(stopped);
            }
            if (stopped.isEnded()) {
                end(stopped);
            } else {
                suspend(stopped);
            }
        } finally {
            flags &= ~RUNNING;
            context(Context.leave(thread, outer));
        }
    }

    /** What this step goes on with: the innermost call, told of a request for cancellation. */
    private Continuation<?> next() {
        if ((flags & STARTED) == 0) {
            start((Continuation<?>) call);
        }
        if ((flags & MUST_CANCEL) != 0) {
            throwCancellationAt((Continuation<?>) call);
        }
        return (Continuation<?>) call;
    }

    /** Somebody else may have started the coroutine since the task was made. */
    private void start(Continuation<?> coroutine) {
        flags |= STARTED;
        if (coroutine.state == Continuation.UNSTARTED) {
            coroutine.caller = this;
        } else {
            call = new Follower<>(Coroutine.failed(new IllegalStateException("cannot reuse already awaited coroutine: " + coroutine)));
        }
    }

    private void throwCancellationAt(Continuation<?> innermost) {
        flags &= ~MUST_CANCEL;
        if (innermost.state == Continuation.UNSTARTED) {
            innermost.failUnstarted(new CancellationException(cancelMessage()));
        } else if (!Operands.isCancelled(innermost.awaited)) {
            innermost.awaited = Coroutine.failed(new CancellationException(cancelMessage()));
        }
    }

    /** The next step is run where it was not to be, because that refuses: throws the refusal at the await, unless that throws anyway. */
    void refuse(Throwable refusal) {
        if (isDone() || (flags & MUST_CANCEL) != 0) {
            return;
        }
        if ((flags & STARTED) == 0) {
            start((Continuation<?>) call);
        }
        Continuation<?> innermost = (Continuation<?>) call;
        if (innermost.state == Continuation.UNSTARTED) {
            innermost.failUnstarted(refusal);
        } else if (!Operands.hasFailed(innermost.awaited)) {
            failAtAwait(refusal);
        }
    }

    /** Whatever becomes of its operand, this is thrown at the await by its next step. */
    void failAtAwait(Throwable failure) {
        Continuation<?> innermost = (Continuation<?>) call;
        innermost.awaited = Coroutine.failed(failure);
        LogicalTrace.reaches(failure, null, innermost);
    }

    private void suspend(Continuation<?> innermost) {
        if (call != innermost) {
            call = innermost;
        }
        try {
            if (innermost.awaited == YieldNow.INSTANCE) {
                loop.ready(this);
            } else {
                Operands.subscribe(innermost.awaited, this);
            }
        } catch (Throwable refused) {
            failAtAwait(refused);
            loop.ready(this);
        }
        if ((flags & MUST_CANCEL) != 0 && Operands.cancel(innermost.awaited, cancelMessage())) {
            flags &= ~MUST_CANCEL;
        }
    }

    private void end(Continuation<?> outermost) {
        call = outermost.source();
        place = loop.tasks.ended(place);
        flags |= ENDED;
        if (outermost.state == Continuation.COMPLETED) {
            if ((flags & MUST_CANCEL) != 0) {
                settle(Failure.cancelled(cancelMessage()));
            } else {
                settleValue(outermost.awaited);
            }
        } else if (outermost.awaited instanceof CancellationException cancellation) {
            settle(Failure.ended(cancellation));
        } else {
            LogicalTrace.passes((Throwable) outermost.awaited, outermost, this);
            settleFailure((Throwable) outermost.awaited);
        }
    }

    /** For what this task awaits. Any thread; programs do not call it. */
    @Override
    public void wake() {
        loop.resume(this);
    }

    /**
     * Asks for cancellation: what the task awaits is cancelled, and the await where the coroutine stands throws a
     * {@link CancellationException}. The coroutine may clean up, and may go on. A task that has not started never runs its body.
     *
     * @param message the exception's message, or null
     * @return false if the task has ended
     */
    @Override
    public boolean cancel(@Nullable String message) {
        loop.requireOwnThread();
        if (isDone()) {
            return false;
        }
        Task<?> seen = this;
        Task<?> last = this;
        LoopFuture<?> next = request(message);
        for (long steps = 1; next instanceof Task<?> task; steps++) {
            if (task == seen) {
                task.leaveCircle();
                return true;
            }
            if (Long.bitCount(steps) == 1) {
                seen = task;
            }
            last = task;
            next = task.request(message);
        }
        if (next instanceof Gather<?, ?> gathering && !CancelWalk.through(gathering, message)) {
            last.cancelAtNextStep();
        }
        return true;
    }

    /** Puts a failure in the place of what is awaited, for the next step; false if the coroutine does not stand at an await. */
    boolean throwAtAwait(Throwable failure) {
        Continuation<?> innermost = isDone() ? null : suspendedCall();
        if (innermost == null || innermost.isEnded() || innermost.state == Continuation.UNSTARTED) {
            return false;
        }
        if (innermost.awaited instanceof LoopFuture<?> operand) {
            operand.unsubscribe(this);
        }
        innermost.awaited = Coroutine.failed(failure);
        return true;
    }

    /** Tasks that wait for each other in a circle: nothing but a request for cancellation can ever free one of them. */
    void leaveCircle() {
        Continuation<?> innermost = (Continuation<?>) call;
        if (innermost.awaited instanceof LoopFuture<?> operand) {
            operand.unsubscribe(this);
            innermost.awaited = Coroutine.failed(new CancellationException(cancelMessage()));
            loop.ready(this);
        }
    }

    /**
     * Notes a request and passes it on. What waits for others itself, a live task or gathering that this one awaits, is returned instead, so
     * that chains of them need no stack.
     */
    LoopFuture<?> request(String message) {
        flags += ONE_REQUEST;
        if (message != cancelMessage()) {
            attributes().cancelMessage = message;
        }
        Object operand = isSuspended() ? ((Continuation<?>) call).awaited : null;
        if (operand instanceof LoopFuture<?> future && (future instanceof Task || future instanceof Gather) && !future.isDone()) {
            return future;
        }
        if (operand == null || !Operands.cancel(operand, message)) {
            cancelAtNextStep();
        }
        return null;
    }

    /** What it awaits cannot be asked to give up: the request is delivered when that is done. */
    void cancelAtNextStep() {
        flags |= MUST_CANCEL;
    }

    /** The innermost call, if it is suspended, otherwise null. */
    @Override
    Continuation<?> suspendedCall() {
        return isSuspended() && call instanceof Continuation<?> innermost ? innermost : null;
    }

    boolean isRunning() {
        return (flags & RUNNING) != 0;
    }

    boolean hasStarted() {
        return (flags & STARTED) != 0;
    }

    private boolean isSuspended() {
        return (flags & (STARTED | RUNNING)) == STARTED;
    }

    /**
     * How many requests for cancellation are open: calls of {@link #cancel} less calls of {@link #uncancel}.
     *
     * @return the number
     */
    public int cancelling() {
        return flags / ONE_REQUEST;
    }

    /** How many open requests the coroutine has been told of. Those that it has not been told of are delivered as one. */
    int deliveredRequests() {
        return cancelling() - ((flags & MUST_CANCEL) == 0 ? 0 : 1);
    }

    /**
     * Takes one request for cancellation back. At zero a request that has not been delivered yet is dropped, as of CPython 3.13.
     *
     * @return how many are still open
     */
    public int uncancel() {
        if (cancelling() > 0) {
            flags -= ONE_REQUEST;
            if (cancelling() == 0) {
                flags &= ~MUST_CANCEL;
            }
        }
        return cancelling();
    }

    /**
     * Where the task stands: the suspended methods, innermost first, each at the line of its await.
     *
     * @return the frames; empty when the task has ended or is running
     */
    public List<StackTraceElement> getStack() {
        List<StackTraceElement> frames = new ArrayList<>();
        Object frame = isSuspended() ? call : null;
        while (frame instanceof Continuation<?> continuation) {
            if (!(continuation instanceof Follower)) {
                frames.add(SourcePosition.of(continuation).frame());
            }
            frame = continuation.caller;
        }
        return frames;
    }

    @Override
    String life() {
        return !isDone() && cancelling() > 0 ? "cancelling" : super.life();
    }

    /** As in {@code <Task pending name='Task-2' coro=<Demo.fetch() running at Demo.java:14>>}. */
    @Override
    String opening() {
        return "<Task " + life() + " name='" + name() + "' coro=" + position();
    }

    @Override
    Task<T> likeness(Failure outcome) {
        return new Task<>(this, outcome);
    }

    @Override
    Loop home() {
        return loop;
    }

    /** The coroutine, to tell in which method the task has ended or stands. */
    @Override
    SourcePosition position() {
        if (call instanceof String source) {
            return SourcePosition.of(source);
        }
        Continuation<?> outermost = (Continuation<?>) call;
        while (outermost.caller instanceof Continuation<?> caller) {
            outermost = caller;
        }
        return SourcePosition.of(outermost);
    }
}
