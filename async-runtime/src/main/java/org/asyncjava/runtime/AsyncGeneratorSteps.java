package org.asyncjava.runtime;

/**
 * What the body of an async method that emits does where it emits and at its end; where it awaits it does what is in {@link ColdSteps}.
 *
 * <p>Public only for {@code org.asyncjava.runtime.abi.AsyncGenerates}, which forwards to it.
 *
 * @since 0.1.0
 */
public final class AsyncGeneratorSteps {
    private AsyncGeneratorSteps() {
    }

    /**
     * The suspension point to go on from: an await, or, when an advance begins, the {@code emit} that the one before came to.
     *
     * @param call the iteration
     * @return k ≥ 1 for the k-th suspension point; anything else: from the start
     */
    public static int state(AsyncGeneratorCall<?> call) {
        int point = call.state & Continuation.RUNNING;
        return point == Continuation.RUNNING ? call.emitted : point;
    }

    /**
     * Hands over what a body goes on with.
     *
     * @param call the iteration
     * @return of an await, the operand or what stands for its outcome; of an {@code emit}, what it is to throw, if anything
     */
    public static Object takeOperand(AsyncGeneratorCall<?> call) {
        if (!call.isRunning()) {
            return ColdSteps.takeOperand(call);
        }
        Object given = call.signal;
        if (given != null) {
            call.signal = null;
        }
        return given;
    }

    /**
     * Tells that a body suspends itself wherever it emits.
     *
     * @param call the iteration
     * @return true
     * @throws IllegalStateException when it is being closed
     */
    public static boolean emitting(AsyncGeneratorCall<?> call) {
        if (call.isClosing) {
            throw new IllegalStateException(call + " emits while it is being closed");
        }
        return true;
    }

    /**
     * Records that a body has emitted, which ends the advance.
     *
     * @param call the iteration
     * @param element the element
     * @param state the number of the suspension point
     */
    public static void emit(AsyncGeneratorCall<?> call, Object element, int state) {
        call.element = element;
        call.emitted = state;
        if (call.awaited != Boolean.TRUE) { // as it mostly is since the last advance, and storing references has its price
            call.awaited = Boolean.TRUE;
        }
        call.state = Continuation.COMPLETED;
    }

    /**
     * Ends an iteration.
     *
     * @param call the iteration
     */
    public static void complete(AsyncGeneratorCall<?> call) {
        call.emitted = AsyncGeneratorCall.ENDED;
        call.complete(Boolean.FALSE);
    }
}
