package org.asyncjava.runtime;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Task} and {@link Deferred} have in common: an outcome that is there or will be, and those who wait for it. It behaves as
 * asyncio's {@code Future}.
 *
 * <p>Waiters and callbacks are run by the loop, in the order in which they came, one turn after the outcome was set.
 *
 * <p>Confined to its loop: call the methods on the thread that runs the loop (or while nobody runs it). {@link #toFuture()}, which any
 * thread may call, bridges to others.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
@NullMarked
public abstract sealed class LoopFuture<T extends @Nullable Object> extends Operand implements Awaitable<T>, ShortText.OfParts permits Task, Deferred {
    /** Stands for a null result. */
    static final Object NIL = new Object();

    /** What to do about a future of another loop. */
    static final String MEND = "; await it there, by loop.call(...), or await its toFuture()";

    /** null: pending; {@link #NIL}; a {@link Failure}; any other object is the result itself. */
    Object result;

    // Most futures have one who waits, so that this is he himself, and a list only where there are several.
    //
    //   nobody waits                              null
    //   a suspended call                          its Driver: the task, or a method's HotResumption
    //   a callback, in its context                a Consumer, or a ContextCallback of one; of somebody outside an OutsideWaiter
    //   gather()                                  the Gather
    //   runUntilComplete()                        the loop, which is to be stopped
    //   several of these                          an ArrayList, in the order in which they came
    //   done                                      null; of a gathered task the Gather, until the loop has let the task tell it
    Object callbacks;

    final EventLoop loop;

    LoopFuture(EventLoop loop) {
        this.loop = loop;
        if (loop.isDebug()) {
            CreationSites.note(this);
            CallTimes.made(this, loop.time());
        }
    }

    /** A likeness of a future that has failed. */
    LoopFuture(LoopFuture<?> original, Failure outcome) {
        this.loop = original.loop;
        this.result = outcome;
        if (loop.isDebug()) {
            CreationSites.copy(original, this);
        }
    }

    /**
     * The loop that runs the waiters.
     *
     * @return the loop
     */
    public final EventLoop loop() {
        return loop;
    }

    /**
     * Tells whether there is an outcome: a result, a failure or a cancellation.
     *
     * @return true if so
     */
    public final boolean isDone() {
        return outcomeSeen() != null;
    }

    /**
     * Tells whether the outcome is a cancellation.
     *
     * @return true if so
     */
    public final boolean isCancelled() {
        return outcomeSeen() instanceof Failure failure && failure.isCancellation();
    }

    /** The outcome as any thread sees it. */
    private Object outcomeSeen() {
        Object seen = result;
        VarHandle.acquireFence();
        return seen;
    }

    /**
     * The result.
     *
     * @return the result
     * @throws InvalidStateException when there is no outcome yet
     * @throws java.util.concurrent.CancellationException when the outcome is a cancellation
     */
    public final T result() {
        if (!isDone()) {
            throw new InvalidStateException("Result is not set.");
        }
        try {
            return outcome();
        } catch (Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
    }

    /**
     * The failure.
     *
     * @return the failure, or null if there is a result
     * @throws InvalidStateException when there is no outcome yet
     * @throws java.util.concurrent.CancellationException when the outcome is a cancellation
     */
    public final @Nullable Throwable exception() {
        if (!isDone()) {
            throw new InvalidStateException("Exception is not set.");
        }
        if (result instanceof Failure failure) {
            if (isCancelled()) {
                throw Sneaky.rethrow(failure.toThrow());
            }
            return failure.toThrow();
        }
        return null;
    }

    /**
     * Asks for cancellation.
     *
     * @return false if there is an outcome already
     */
    public final boolean cancel() {
        return cancel(null);
    }

    /**
     * Asks for cancellation.
     *
     * @param message the message of the {@link java.util.concurrent.CancellationException} that awaiting calls get, or null
     * @return false if there is an outcome already
     */
    public abstract boolean cancel(@Nullable String message);

    /**
     * Has a callback run by the loop once there is an outcome; in the next turn if there is one already.
     *
     * @param callback is given this object
     */
    public final void addDoneCallback(Consumer<? super LoopFuture<T>> callback) {
        hear(Context.capturing(Objects.requireNonNull(callback, "callback")));
    }

    /** Has a callback run as {@link #addDoneCallback} says. */
    void hear(Consumer<? super LoopFuture<T>> callback) {
        if (result != null) {
            loop.requireOpen();
            scheduleCallback(callback);
        } else {
            add(callback);
        }
    }

    /**
     * Takes a callback back.
     *
     * @param callback equal to what was added
     * @return how many times it had been added
     */
    public final int removeDoneCallback(Consumer<? super LoopFuture<T>> callback) {
        return remove(Objects.requireNonNull(callback, "callback"));
    }

    /** What {@code addDoneCallback(done -> loop.stop())} does, without an object. */
    final void stopLoopWhenDone() {
        if (result != null) {
            loop.ready(loop.turns.end);
        } else {
            add(loop);
        }
    }

    /** The loop has been left: what {@link #stopLoopWhenDone} has added goes. */
    final void stopLoopNoMore() {
        remove(loop);
    }

    /** Tells whether a gathering waits for this future already. */
    final boolean isGatheredBy(Gather<?, ?> gathering) {
        return callbacks == gathering || callbacks instanceof ArrayList<?> list && list.contains(gathering);
    }

    int remove(Object callback) {
        if (callbacks instanceof ArrayList<?> list) {
            int before = list.size();
            list.removeIf(added -> callback.equals(ContextCallback.unwrapped(added)));
            return before - list.size();
        }
        if (callbacks != null && callback.equals(ContextCallback.unwrapped(callbacks))) {
            callbacks = null;
            return 1;
        }
        return 0;
    }

    /**
     * A future with this outcome, for code that knows nothing of the loop, and for other loops. Cancelling it asks this object for cancellation. Any thread.
     *
     * @return a new future, safe to use on any thread
     */
    public final CompletableFuture<T> toFuture() {
        return FutureView.of(this);
    }

    @Override
    public final Awaiter<T> awaiter() {
        return new LoopFutureAwaiter<>(this);
    }

    @Override
    boolean begin(int depth) {
        return result == null;
    }

    @Override
    void subscribe(Driver driver) {
        refuseStrangers(driver);
        if (result != null) {
            schedule(driver);
        } else {
            if (driver instanceof HotResumption resumption) {
                noteOutsider(resumption);
            }
            add(driver);
        }
    }

    /** A method that goes on elsewhere must not wait for a loop that is closed. */
    private void noteOutsider(HotResumption resumption) {
        loop.requireOpen();
        if (ContextDispatcher.dispatcherOf(resumption.hotCall()) != loop) {
            LoopEnd.isAwaitedOutside(this);
        }
    }

    /** Tells somebody outside of the loop of the outcome, or that there will be none. */
    void addOutsideWaiter(OutsideWaiter<T> waiter) {
        if (result == null) {
            LoopEnd.isAwaitedOutside(this);
        }
        addDoneCallback(waiter);
    }

    @Override
    void cancelFor(HotCall call) {
        new CancelOnLoop(call, this).send();
    }

    @Override
    boolean isBroughtBy(Loop other) {
        return loop == other && result == null;
    }

    /** The loop is being closed and will bring no outcome: tells who waits and is no task. */
    final void refuseWaiters(RejectedExecutionException closed) {
        for (Object waiting : callbacks instanceof ArrayList<?> list ? List.copyOf(list) : callbacks == null ? List.of() : List.of(callbacks)) {
            if (ContextCallback.unwrapped(waiting) instanceof OutsideWaiter<?> outside) {
                unsubscribe(waiting);
                outside.refuse(closed);
            } else if (waiting instanceof HotResumption resumption) {
                unsubscribe(waiting);
                HotDrive.refuse(resumption.hotCall(), closed);
            }
        }
    }

    final void unsubscribe(Object waiting) {
        if (callbacks instanceof ArrayList<?> list) {
            list.removeIf(added -> added == waiting);
        } else if (callbacks == waiting) {
            callbacks = null;
        }
    }

    private void refuseStrangers(Driver driver) {
        if (driver == this) {
            throw new IllegalStateException("Task cannot await on itself: " + this);
        }
        if (driver instanceof Task<?> task ? task.loop != loop : loop.runsElsewhere()) {
            throw new IllegalStateException(ShortText.of(driver) + " got Future " + this + " attached to a different loop" + MEND);
        }
    }

    /** Lets a callback, a driver, a gathering or the loop wait for the outcome; while there is none. */
    @SuppressWarnings("unchecked")
    final void add(Object callback) {
        if (callbacks == null) {
            callbacks = callback;
        } else if (callbacks instanceof ArrayList<?>) {
            ((ArrayList<Object>) callbacks).add(callback);
        } else {
            callbacks = new ArrayList<>(List.of(callbacks, callback));
        }
    }

    /** The outcome, once there is one: returns the result or throws the failure. */
    @SuppressWarnings("unchecked")
    final T outcome() throws Throwable {
        if (result instanceof Failure failure) {
            throw failure.toThrow();
        }
        return result == NIL ? null : (T) result;
    }

    @Override
    final boolean hasFailed() {
        return result instanceof Failure;
    }

    @Override
    final T take() throws Throwable {
        if (result instanceof Failure failure) {
            throw LogicalTrace.rethrown(failure.toThrow(), this);
        }
        return outcome();
    }

    /** Tells whether this has failed and nobody has asked how. */
    final boolean isUnretrieved() {
        return result instanceof Failure failure && failure.isUnretrieved();
    }

    /** The exception with which this has failed, or null, without asking for it. */
    final Throwable failureUnasked() {
        return result instanceof Failure failure ? failure.unasked() : null;
    }

    /** The failure or cancellation, or null; there must be an outcome. */
    final Throwable failure() {
        return result instanceof Failure failure ? failure.toThrow() : null;
    }

    final void settleValue(Object value) {
        settle(value == null ? NIL : value);
    }

    final void settleFailure(Throwable failure) {
        if (callbacks instanceof ArrayList<?> list) {
            list.forEach(waiting -> LogicalTrace.reaches(failure, this, waiting));
        } else {
            LogicalTrace.reaches(failure, this, callbacks);
        }
        settle(Failure.failed(failure));
    }

    void settle(Object outcome) {
        VarHandle.releaseFence();
        result = outcome;
        Object waiting = callbacks;
        if (waiting instanceof Task<?> task) {
            callbacks = null;
            loop.ready(task);
            return;
        }
        if (outcome instanceof Failure failure && !failure.isCancellation() && !hasDriver(waiting)) {
            failure.reportUnlessRetrieved(this);
        }
        if (waiting instanceof Gather<?, ?> gathering && this instanceof Task<?> child) {
            if (gathering.countsDown(child)) {
                callbacks = null;
            } else {
                loop.ready(child); // which calls tellGathering: the queue needs no further object
            }
            return;
        }
        callbacks = null;
        if (waiting != null) {
            loop.settled(this);
        }
        if (waiting instanceof ArrayList<?> list) {
            list.forEach(this::schedule);
        } else if (waiting != null) {
            schedule(waiting);
        }
    }

    /** For the one gathering that waits for this task. */
    final void tellGathering() {
        if (callbacks instanceof Gather<?, ?> gathering) { // not so for a task that has ended while it was in the queue of a loop being closed
            callbacks = null;
            gathering.childDone(this);
        }
    }

    /** A driver asks for the outcome, plain callbacks may not. */
    private static boolean hasDriver(Object waiting) {
        return waiting instanceof ArrayList<?> list ? list.stream().anyMatch(Driver.class::isInstance) : waiting instanceof Driver;
    }

    @SuppressWarnings("unchecked")
    private void schedule(Object callback) {
        if (callback instanceof Task<?> task) {
            loop.ready(task);
        } else if (callback instanceof Driver driver) {
            loop.ready(new WakeUp(driver));
        } else if (callback == loop) {
            loop.ready(loop.turns.end);
        } else if (callback instanceof Gather<?, ?> gathering) {
            loop.ready(() -> gathering.childDone(this));
        } else {
            scheduleCallback((Consumer<? super LoopFuture<T>>) callback);
        }
    }

    /** {@code pending}, {@code cancelled} or {@code finished}. */
    String life() {
        if (result == null) {
            return "pending";
        }
        return isCancelled() ? "cancelled" : "finished";
    }

    /** As asyncio prints a task and a future, with a short text of the outcome. Looking is not asking. */
    @Override
    public final String toString() {
        return ShortText.of(this, () -> FutureText.of(this));
    }

    /** The text up to the outcome. Calls no code of the program. */
    abstract String opening();

    /** What looks as this future does, which is about to have failed, but keeps nothing of it alive. */
    abstract LoopFuture<?> likeness(Failure outcome);

    private void scheduleCallback(Consumer<? super LoopFuture<T>> callback) {
        loop.ready(new DoneCallback<>(this, callback));
    }
}
