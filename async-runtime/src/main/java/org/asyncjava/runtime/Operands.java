package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;

/** Questions and requests about what a suspended call waits for. */
final class Operands {
    private Operands() {
    }

    /**
     * Makes of an awaited object what is to be stored while its call is suspended: links a suspended coroutine to its caller, replaces
     * a forwarded one by its target, and gives foreign stages and awaitables an object that can be claimed once.
     *
     * @param operand what a body awaits and found pending
     * @param caller the continuation or driver that waits
     */
    static Object attach(Object operand, Object caller) {
        if (operand instanceof Continuation<?> callee) {
            Continuation<?> running = callee.state == Continuation.FORWARDED ? callee.takeTarget() : callee;
            running.caller = caller;
            return running;
        }
        if (operand instanceof Operand) {
            return operand;
        }
        if (operand instanceof CompletableFuture<?> future && StageWait.isPlain(future)) {
            return operand;
        }
        if (operand instanceof CompletionStage<?> stage) {
            return StageWait.of(stage);
        }
        return new AwaiterWait(Asked.take((Awaitable<?>) operand));
    }

    /**
     * Tells whether an awaitable that is no coroutine is pending. Of a foreign one the awaiter is kept on this thread for
     * {@link #attach} or {@link #outcome}, one of which follows at once.
     */
    static boolean isPending(Awaitable<?> operand) {
        if (operand instanceof Operand ours) {
            return ours.begin(0);
        }
        Awaiter<?> awaiter = operand.awaiter();
        boolean pending = !awaiter.isDone();
        Asked.keep(operand, awaiter);
        return pending;
    }

    /**
     * Lets a leaf wake a driver when it is done.
     *
     * @param leaf an operand that {@link #attach} has returned, no continuation
     * @param driver woken exactly once, possibly during this call
     * @throws RuntimeException when it cannot be awaited; the caller delivers that at the await, and the driver is not woken
     */
    static void subscribe(Object leaf, Driver driver) {
        if (leaf instanceof Operand ours) {
            ours.subscribe(driver);
        } else if (leaf instanceof CompletableFuture<?> future) {
            StageWait.subscribe(future, driver);
        } else {
            throw new IllegalStateException("not something that can be awaited: " + ShortText.of(leaf));
        }
    }

    /**
     * Asks a leaf to give up.
     *
     * @param leaf the operand of the innermost suspended call
     * @param message for the {@link java.util.concurrent.CancellationException}, or null
     * @return true if the driver is woken in consequence and the await throws; false if the leaf is done or cannot be cancelled
     */
    static boolean cancel(Object leaf, String message) {
        if (leaf instanceof Operand ours) {
            return ours.cancel(message);
        }
        HotCall call = HotFields.asCall(leaf);
        return call == null ? leaf instanceof CompletableFuture<?> future && future.cancel(true) : HotCancel.cancel(call);
    }

    /** Tells whether an operand ends with a cancellation of its own, so that a request for one is heard already. */
    static boolean isCancelled(Object leaf) {
        if (leaf instanceof Operand ours) {
            return ours.isCancelled();
        }
        return leaf instanceof CompletableFuture<?> future && future.isCancelled();
    }

    /** Tells whether an operand ends with a failure or a cancellation of its own, as far as that is known. */
    static boolean hasFailed(Object leaf) {
        if (leaf instanceof Operand ours) {
            return ours.hasFailed();
        }
        return leaf instanceof CompletableFuture<?> future && future.isCompletedExceptionally();
    }

    /**
     * The outcome of any operand that is done: one that was awaited directly, one that {@link #attach} has made, or one that a driver
     * has put in its place.
     *
     * @return the result
     * @throws Throwable the failure, as it is
     */
    static Object outcome(Object operand) throws Throwable {
        if (operand instanceof Operand ours) {
            return ours.take();
        }
        if (operand instanceof CompletableFuture<?> future) {
            return StageOutcome.of(future);
        }
        return AwaiterWait.resultOf(Asked.take((Awaitable<?>) operand));
    }
}
