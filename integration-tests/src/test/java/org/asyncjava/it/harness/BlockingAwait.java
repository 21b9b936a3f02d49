package org.asyncjava.it.harness;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;

/**
 * What {@code org.asyncjava.Await} would be if threads cost nothing: the reference that transformed programs are compared with.
 * {@link ProgramLoader} defines it under that name.
 */
public final class BlockingAwait {
    private BlockingAwait() {
    }

    /**
     * Blocks until a stage is done.
     *
     * @param operand the stage
     * @param <T> the type of the result
     * @return the result; throws the failure, without one CompletionException around it
     */
    public static <T> T await(CompletionStage<T> operand) {
        Signal<T> outcome = new Signal<>();
        operand.whenComplete((value, failure) -> outcome.complete(value, unwrapped(failure)));
        return await(outcome);
    }

    /**
     * Blocks until a stage is done.
     *
     * @param operand the stage
     * @param failure the type of failure that the caller catches
     * @param <T> the type of the result
     * @param <X> the type of the failure
     * @return the result
     * @throws X the failure
     */
    public static <T, X extends Throwable> T await(CompletionStage<T> operand, Class<X> failure) throws X {
        return await(operand);
    }

    /**
     * Blocks until an awaitable is done.
     *
     * @param operand the awaitable
     * @param <T> the type of the result
     * @return the result; throws the failure
     */
    public static <T> T await(Awaitable<T> operand) {
        if (operand instanceof Coroutine<T> coroutine) {
            return onLoop(coroutine);
        }
        Awaiter<T> awaiter = operand.awaiter();
        CountDownLatch done = new CountDownLatch(1);
        awaiter.onDone(done::countDown);
        try {
            done.await();
            return awaiter.result();
        } catch (Throwable failure) {
            throw BlockingAwait.<RuntimeException>sneaky(failure);
        }
    }

    /**
     * Blocks until an awaitable is done.
     *
     * @param operand the awaitable
     * @param failure the type of failure that the caller catches
     * @param <T> the type of the result
     * @param <X> the type of the failure
     * @return the result
     * @throws X the failure
     */
    public static <T, X extends Throwable> T await(Awaitable<T> operand, Class<X> failure) throws X {
        return await(operand);
    }

    private static <T> T onLoop(Coroutine<T> coroutine) {
        try (EventLoop loop = new EventLoop()) {
            return loop.runUntilComplete(coroutine);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @SuppressWarnings("unchecked")
    static <X extends Throwable> X sneaky(Throwable failure) throws X {
        throw (X) failure;
    }
}
