package org.asyncjava.runtime;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.asyncjava.Awaitable;

/**
 * What the body of a method that returns a {@code CompletableFuture} does at its suspension points and at its end, and what happens when
 * its future is settled from outside. How it is resumed is in {@link HotDrive}.
 *
 * <p>Public only for {@code org.asyncjava.runtime.abi.Hot}, which forwards to it.
 *
 * @since 0.1.0
 */
public final class HotSteps {
    private static final String NULL_OPERAND = "the operand of await is null";

    private HotSteps() {
    }

    /**
     * The suspension point to go on from.
     *
     * @param call the call
     * @return k ≥ 1 for the k-th suspension point
     */
    public static int state(HotCall call) {
        return HotState.point(HotFields.state(call));
    }

    /**
     * Suspends a call. It may have been resumed, on this or another thread, before this method returns; it never throws.
     *
     * @param call the call, whose locals have been saved
     * @param operand what it waits for
     * @param point the number of the suspension point
     */
    public static void suspend(HotCall call, Object operand, int point) {
        ThreadState thread = ThreadState.current();
        if (thread.tailCaller != null && HotState.point(HotFields.state(call)) == 0) {
            TailCalls.noteFirstSuspension(call, thread);
        }
        Dispatcher before = HotFields.dispatcher(call);
        Dispatcher now = ContextDispatcher.current(thread, before);
        if (before != now) {
            LoopCalls.forget(call);
            HotFields.dispatcher(call, now);
        }
        HotFields.state(call, HotState.at(HotFields.state(call), point));
        if (ContextDispatcher.dispatcherOf(call) instanceof Loop loop) {
            LoopCalls.register(call, loop);
        }
        if (Debug.ENABLED && call instanceof HotContinuation) { // another kind may have a hashCode of its own
            CallTimes.suspended(call, System.nanoTime());
        }
        HotDrive.await(call, operand);
    }

    /**
     * Hands over the operand of a call that goes on.
     *
     * @param call the call
     * @return the operand, or what stands for its outcome
     */
    public static Object takeOperand(HotCall call) {
        Object operand = HotFields.awaited(call);
        HotFields.awaited(call, null);
        return operand;
    }

    /**
     * Tells whether a body must suspend itself.
     *
     * @param operand what it awaits
     * @return true if the operand is not done
     */
    public static boolean pending(CompletionStage<?> operand) {
        return StageWait.isPending(Objects.requireNonNull(operand, NULL_OPERAND));
    }

    /**
     * Tells whether a body must suspend itself; starts an unstarted coroutine in place.
     *
     * @param operand what it awaits
     * @return true if the operand is not done
     */
    public static boolean pending(Awaitable<?> operand) {
        if (operand == YieldNow.INSTANCE) {
            return true; // known without asking, since begin is as many methods as there are coroutines
        }
        if (operand instanceof Continuation<?> callee) {
            return callee.begin(0); // one method, of however many classes calls are, so that it can be inlined
        }
        if (operand instanceof Coroutine<?> coroutine) {
            return coroutine.begin(0);
        }
        return Operands.isPending(Objects.requireNonNull(operand, NULL_OPERAND));
    }

    /**
     * The outcome of an awaitable that is done.
     *
     * @param operand the operand, or what {@link #takeOperand} gave
     * @return the result
     * @throws Throwable the failure, as it is
     */
    public static Object outcome(Object operand) throws Throwable {
        if (operand == YieldNow.INSTANCE) {
            return null;
        }
        if (operand instanceof Continuation<?> callee) {
            return callee.take();
        }
        return operand instanceof Coroutine<?> coroutine ? coroutine.take() : Operands.outcome(operand);
    }

    /**
     * The outcome of a stage that is done.
     *
     * @param operand the operand, or what {@link #takeOperand} gave
     * @return the result
     * @throws Throwable the failure; of a future that is not this library's without the one {@code CompletionException} around it
     */
    public static Object stageOutcome(Object operand) throws Throwable {
        return StageOutcome.ofStage(operand);
    }

    /**
     * Ends a call with a result. Without effect if the future was settled from outside.
     *
     * @param value the result
     * @param call the call
     */
    public static void complete(Object value, HotCall call) {
        LoopCalls.forget(call);
        HotFields.settle(call, value);
    }

    /**
     * Ends a call with a failure, which is reported if the future was settled from outside.
     *
     * @param failure the failure
     * @param call the call
     */
    static void fail(Throwable failure, HotCall call) {
        LogicalTrace.leaves(failure);
        LoopCalls.forget(call);
        if (!call.hotFail(failure) && !(failure instanceof CancellationException)) {
            DroppedFailure.report(failure, ContextDispatcher.dispatcherOf(call));
        }
    }

    /**
     * Ends a call with a stage, whose outcome will be the call's. The stack does not grow with the number of calls that follow one another;
     * a followed call is one object until the last one ends.
     *
     * @param returned what the body returned
     * @param call the call
     */
    public static void finish(CompletionStage<?> returned, HotCall call) {
        if (returned == null) {
            fail(new NullPointerException(SourcePosition.of(call.hotSource()).method() + " returned null instead of a future"), call);
        } else if (StageWait.isPending(returned)) {
            LoopCalls.forget(call);
            follow(returned, call, HotState.following(HotFields.state(call)));
        } else {
            copyOutcome(returned, call);
        }
    }

    private static void follow(CompletionStage<?> returned, HotCall call, int state) {
        HotFields.state(call, state);
        HotFields.dispatcher(call, null);
        HotDrive.await(call, returned);
    }

    /**
     * Tells that the body of a call is about to end with a call of another method.
     *
     * @param call the call
     * @param callee name of that method
     */
    public static void tailCall(HotCall call, String callee) {
        TailCalls.begin(call, callee);
    }

    /**
     * Ends a call with what the tail call has returned that {@link #tailCall} announced. As {@link #finish}, but where nobody else knows what
     * was returned the call does not stay between it and the call's own follower.
     *
     * @param returned what the tail call returned
     * @param call the call
     */
    public static void finishTail(CompletionStage<?> returned, HotCall call) {
        boolean exclusive = TailCalls.endsExclusively(returned);
        if (returned == null || !StageWait.isPending(returned)) {
            finish(returned, call);
            return;
        }
        LoopCalls.forget(call);
        HotCall follower = TailCalls.takeFollower(call);
        HotCall waiting = follower == null ? call : follower;
        int state = HotFields.state(waiting);
        follow(returned, waiting, exclusive ? HotState.followingExclusively(state) : HotState.following(state));
    }

    /**
     * The future of a body that failed before its first suspension.
     *
     * @param failure what it threw
     * @return a failed future
     */
    public static CompletableFuture<?> failed(Throwable failure) {
        LogicalTrace.leaves(failure);
        if (StageOutcome.unwrapped(failure) == failure) {
            return Debug.ENABLED ? new WatchedFailure<>(failure) : CompletableFuture.failedFuture(failure);
        }
        return new RawFailure<>((CompletionException) failure);
    }

    /**
     * Fails the future of a program's own kind of a body that failed before its first suspension.
     *
     * @param failure what it threw
     * @param fresh a new, incomplete future
     * @return {@code fresh}, failed
     */
    public static CompletableFuture<?> failed(Throwable failure, CompletableFuture<?> fresh) {
        LogicalTrace.leaves(failure);
        fresh.completeExceptionally(failure);
        return fresh;
    }

    /** Ends a call with the outcome of an operand that is done. */
    static void copyOutcome(Object operand, HotCall call) {
        Object value;
        try {
            value = Operands.outcome(operand);
        } catch (Throwable failure) {
            fail(failure, call);
            return;
        }
        complete(value, call);
    }

    /**
     * To be called after anyone but its body may have settled a future: if it is done since then, wakes what awaits it, and asks the body to
     * end by cancelling its operand. On any thread.
     *
     * @param call the call
     * @param doneBefore whether the future was done before that, so that nothing has changed for the body
     */
    public static void settledOutside(HotCall call, boolean doneBefore) {
        if (!doneBefore && HotFields.isDone(call)) {
            HotCancel.request(call);
            HotDrive.wakeWaiterOf(call);
        }
    }

    /**
     * What comes before a thread blocks for a call.
     *
     * @param call what it will block for
     * @throws IllegalStateException when that would never end
     */
    public static void beforeBlocking(CompletableFuture<?> call) {
        Blocking.begin(call);
    }

    /**
     * The work that {@code CompletableFuture.completeAsync} gives to its executor.
     *
     * @param future what to settle, through its own {@code complete} and {@code completeExceptionally}
     * @param supplier where the result comes from
     * @param <T> the type of the result
     * @return the work
     */
    public static <T> Runnable settling(CompletableFuture<T> future, Supplier<? extends T> supplier) {
        return new SuppliedOutcome<>(future, Objects.requireNonNull(supplier, "supplier"));
    }
}
