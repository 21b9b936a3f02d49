package org.asyncjava.runtime;

import java.util.Objects;
import java.util.concurrent.CompletionStage;

import org.asyncjava.Awaitable;

/**
 * What the body of a method that returns {@link Coroutine} does at its suspension points and at its end.
 *
 * <p>Public only for {@code org.asyncjava.runtime.abi.Cold}, which forwards to it.
 *
 * @since 0.1.0
 */
public final class ColdSteps {
    private static final String NULL_OPERAND = "the operand of await is null";

    private ColdSteps() {
    }

    /**
     * The suspension point to go on from.
     *
     * @param call the call
     * @return k ≥ 1 for the k-th suspension point; anything else: from the start
     */
    public static int state(Continuation<?> call) {
        return call.state & Continuation.RUNNING;
    }

    /**
     * Records that a call is suspended.
     *
     * @param call the call
     * @param operand what it waits for
     * @param state the number of the suspension point
     */
    public static void suspend(Continuation<?> call, Object operand, int state) {
        call.awaited = Operands.attach(operand, call);
        call.state = state;
    }

    /**
     * Hands over what the driver has left for a call that goes on.
     *
     * @param call the call
     * @return the operand or what stands for its outcome
     */
    public static Object takeOperand(Continuation<?> call) {
        Object operand = call.awaited;
        call.awaited = null;
        call.state = Continuation.RUNNING;
        return operand;
    }

    /**
     * Tells whether a body must suspend itself.
     *
     * @param operand what it awaits
     * @param call the awaiting call
     * @return true if the operand is not done
     */
    public static boolean pending(CompletionStage<?> operand, Continuation<?> call) {
        return StageWait.isPending(Objects.requireNonNull(operand, NULL_OPERAND));
    }

    /**
     * Tells whether a body must suspend itself; starts an unstarted coroutine in place.
     *
     * @param operand what it awaits
     * @param call the awaiting call
     * @return true if the operand is not done
     */
    public static boolean pending(Awaitable<?> operand, Continuation<?> call) {
        if (operand == YieldNow.INSTANCE) {
            return true; // known without asking, since begin is as many methods as there are coroutines
        }
        if (operand instanceof Continuation<?> callee) {
            return callee.begin(call.depth() + 1); // one method, of however many classes calls are, so that it can be inlined
        }
        if (operand instanceof Coroutine<?> coroutine) {
            return coroutine.begin(call.depth() + 1);
        }
        return Operands.isPending(Objects.requireNonNull(operand, NULL_OPERAND));
    }

    /**
     * The outcome of an operand that is done.
     *
     * @param operand the operand or what the driver has put in its place
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
     * @param operand the stage or what the driver has put in its place
     * @return the result
     * @throws Throwable the failure, without the one {@code CompletionException} around it
     */
    public static Object stageOutcome(Object operand) throws Throwable {
        return StageOutcome.ofStage(operand);
    }

    /**
     * Ends a call with a result.
     *
     * @param value the result
     * @param call the call
     */
    public static void complete(Object value, Continuation<?> call) {
        call.complete(value);
    }

    /**
     * Ends a call with another coroutine, which from now on stands for it.
     *
     * @param returned what the body returned
     * @param call the call
     */
    public static void finish(Coroutine<?> returned, Continuation<?> call) {
        if (returned instanceof ValueCoroutine<?> done) {
            call.complete(done.value);
        } else if (returned instanceof FailedCoroutine<?> failed) {
            call.fail(failed.failure);
        } else if (returned instanceof Continuation<?> target) {
            forward(target, call);
        } else if (returned == null) {
            call.fail(new NullPointerException(SourcePosition.of(call).method() + " returned null instead of a Coroutine"));
        } else {
            follow(returned, call);
        }
    }

    private static void forward(Continuation<?> target, Continuation<?> call) {
        if (target.state == Continuation.UNSTARTED) {
            call.awaited = target;
            call.state = Continuation.FORWARDED;
        } else {
            call.fail(new IllegalStateException("cannot reuse already awaited coroutine: " + target));
        }
    }

    /** Coroutines that are neither values nor calls are leaves: sleeping, yielding, what a loop runs. */
    private static void follow(Coroutine<?> leaf, Continuation<?> call) {
        boolean pending = leaf.begin(0);
        call.awaited = leaf;
        call.state = Continuation.FOLLOWING;
        if (!pending) {
            call.follow();
        }
    }
}
