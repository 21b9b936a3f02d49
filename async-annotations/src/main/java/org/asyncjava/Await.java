package org.asyncjava;

import java.util.concurrent.CompletionStage;

/**
 * The marker of a suspension point.
 *
 * <p>A call of one of these methods inside an {@link Async} method is replaced by the transformer: it yields the operand's result, and
 * where the operand is not done yet the method is suspended until it is. No thread waits. A call that was not replaced never blocks: it
 * throws {@link NotTransformedException}.
 *
 * <p>A failed operand makes {@code await} throw the original failure, also where that is a checked exception. Of a
 * {@link CompletionStage} that this library did not make exactly one {@link java.util.concurrent.CompletionException} with a cause is
 * taken off; nothing else is unwrapped. A cancelled operand makes {@code await} throw
 * {@link java.util.concurrent.CancellationException}. A {@code null} operand makes it throw {@link NullPointerException}.
 *
 * <pre>{@code
 * import static org.asyncjava.Await.await;
 *
 * @Async
 * CompletableFuture<String> greeting(CompletableFuture<String> name) {
 *     return CompletableFuture.completedFuture("hello " + await(name));
 * }
 * }</pre>
 *
 * <p>A class that has a method {@code await} of its own, or inherits one, shadows a static import (JLS 6.4.1): write
 * {@code Await.await(...)} there.
 *
 * @since 0.1.0
 */
public final class Await {
    private Await() {
    }

    /**
     * Waits, without a thread, for a stage.
     *
     * @param <T> the type of the result
     * @param operand what to wait for; not null
     * @return the stage's result
     * @throws NotTransformedException when the calling method was not transformed
     */
    public static <T> T await(CompletionStage<T> operand) {
        throw NotTransformedException.of(Await.class, "await");
    }

    /**
     * Waits, without a thread, for a stage that may fail with a checked exception which the caller wants to {@code catch}.
     *
     * <p>The second argument only tells the compiler: any failure is thrown, whatever its type.
     *
     * @param <T> the type of the result
     * @param <X> the type of the exception
     * @param operand what to wait for; not null
     * @param failure a class literal
     * @return the stage's result
     * @throws X the operand's failure
     * @throws NotTransformedException when the calling method was not transformed
     */
    public static <T, X extends Throwable> T await(CompletionStage<T> operand, Class<X> failure) throws X {
        throw NotTransformedException.of(Await.class, "await");
    }

    /**
     * Waits, without a thread, for an awaitable, such as a coroutine or a task.
     *
     * @param <T> the type of the result
     * @param operand what to wait for; not null
     * @return the operand's result
     * @throws NotTransformedException when the calling method was not transformed
     */
    public static <T> T await(Awaitable<T> operand) {
        throw NotTransformedException.of(Await.class, "await");
    }

    /**
     * Waits, without a thread, for an awaitable that may fail with a checked exception which the caller wants to {@code catch}.
     *
     * <p>The second argument only tells the compiler: any failure is thrown, whatever its type.
     *
     * @param <T> the type of the result
     * @param <X> the type of the exception
     * @param operand what to wait for; not null
     * @param failure a class literal
     * @return the operand's result
     * @throws X the operand's failure
     * @throws NotTransformedException when the calling method was not transformed
     */
    public static <T, X extends Throwable> T await(Awaitable<T> operand, Class<X> failure) throws X {
        throw NotTransformedException.of(Await.class, "await");
    }
}
