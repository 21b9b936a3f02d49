package org.asyncjava.runtime;

/**
 * One suspended call of an asynchronous method that returns a {@code CompletableFuture}: the machine, which is that future itself.
 *
 * <p>Public only because generated code implements it, through {@code org.asyncjava.runtime.abi.HotMachine}, where the members that
 * a machine must have are described. What it does is in {@link HotSteps}; this interface is the storage. The members are named {@code hot…}
 * because a machine may extend a future that a program has written, whose own members must keep their meaning.
 *
 * <p>The plain members belong to the thread that runs the body, and are handed from thread to thread by the subscription and the wake-up.
 *
 * @since 0.1.0
 */
public interface HotCall {
    /**
     * The number of the suspension point, and bits that belong to {@link HotSteps}.
     *
     * @return what {@link #hotState(int)} stored last; 0 at first
     */
    int hotState();

    /**
     * Stores the state.
     *
     * @param state the new state
     */
    void hotState(int state);

    /**
     * The operand while the call is suspended. Other threads read it when they settle the future.
     *
     * @return what {@link #hotAwaited(Object)} stored last, read with acquire semantics or from a volatile field; null at first
     */
    Object hotAwaited();

    /**
     * Stores the operand, with release semantics or in a volatile field.
     *
     * @param operand the operand, or null while the body runs
     */
    void hotAwaited(Object operand);

    /**
     * Where the call is to be resumed.
     *
     * @return what {@link #hotDispatcher(Dispatcher)} stored last; null at first
     */
    Dispatcher hotDispatcher();

    /**
     * Stores where the call is to be resumed.
     *
     * @param dispatcher the dispatcher in force at the suspension; null for none
     */
    void hotDispatcher(Dispatcher dispatcher);

    /**
     * Settles the future with a result as the superclass does, past the overrides that take a completion for one from outside.
     *
     * @param value the result
     * @return {@code super.complete(value)}
     */
    boolean hotSettle(Object value);

    /**
     * Settles the future with a failure as the superclass does, past the overrides that take a completion for one from outside.
     *
     * @param failure the failure
     * @return {@code super.completeExceptionally(failure)}
     */
    boolean hotFail(Throwable failure);

    /**
     * Runs the body from where it stands to its next suspension or its end.
     *
     * @throws Throwable what the body throws
     */
    void hotResume() throws Throwable;

    /**
     * Where the body comes from: class name, method name, file name (may be empty) and the comma-separated lines of its suspension
     * points (0 if unknown), separated by NUL characters.
     *
     * @return a constant
     */
    String hotSource();

    /**
     * What operands and dispatchers are given in order to resume this call.
     *
     * @return the call itself where it can play that part, otherwise an object in between
     */
    default HotResumption hotResumption() {
        return new DetachedResumption(this);
    }

    /**
     * Links the one call that awaits this one, without an object between them.
     *
     * @param waiter a suspended call
     * @return false if another one is linked, or if this call does not support it
     */
    default boolean hotLink(HotCall waiter) {
        return false;
    }

    /**
     * Takes the linked call away; only one caller gets it.
     *
     * @return the linked call; null if there is none
     */
    default HotCall hotUnlink() {
        return null;
    }

    /**
     * Tells whether the future is settled, by the body or from outside.
     *
     * @return {@code CompletableFuture.isDone()}
     */
    boolean isDone();

    /**
     * Cancels the future as any code may, through the overrides.
     *
     * @param mayInterruptIfRunning no effect
     * @return {@code CompletableFuture.cancel(mayInterruptIfRunning)}
     */
    boolean cancel(boolean mayInterruptIfRunning);
}
