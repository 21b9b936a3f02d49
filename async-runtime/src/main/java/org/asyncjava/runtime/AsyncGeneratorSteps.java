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
     * @return of an await, the operand or what stands for its outcome; of an {@code emit}, what that throws, or null
     */
    public static Object takeOperand(AsyncGeneratorCall<?> call) {
        if (!call.isRunning()) {
            return ColdSteps.takeOperand(call);
        }
        Object given = call.thrown;
        if (given != null) {
            call.thrown = null;
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
     * As {@link #emit}, of a body that has something to do when it is closed here.
     *
     * @param call the iteration
     * @param element the element
     * @param state the number of the suspension point
     */
    public static void emitGuarded(AsyncGeneratorCall<?> call, Object element, int state) {
        emit(call, element, state);
        OpenGenerators.stands(call);
    }

    /**
     * The end of an {@code emit}.
     *
     * @param given what {@link #takeOperand} gave
     * @throws Throwable that, if it is not null: the closing signal, or a request for cancellation that came before the advance had begun
     */
    public static void emitted(Object given) throws Throwable {
        if (given != null) {
            throw (Throwable) given;
        }
    }

    /**
     * Ends an iteration.
     *
     * @param call the iteration
     */
    public static void complete(AsyncGeneratorCall<?> call) {
        call.complete(Boolean.FALSE);
        call.ended();
    }
}
