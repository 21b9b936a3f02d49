package org.asyncjava.runtime.abi;

import java.util.concurrent.CompletionStage;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.ColdSteps;
import org.asyncjava.runtime.Coroutine;

/**
 * Called from the bodies of methods that return {@code Coroutine}.
 *
 * @since 0.1.0
 */
public final class Cold {
    private Cold() {
    }

    /**
     * Where to go on.
     *
     * @param machine the call's machine
     * @return k ≥ 1: after the k-th suspension point; anything else: at the start
     */
    public static int state(ColdMachine<?> machine) {
        return ColdSteps.state(machine);
    }

    /**
     * Stores what a call waits for and where it stands.
     *
     * @param machine the call's machine
     * @param operand the pending operand
     * @param state the number of the suspension point
     */
    public static void suspend(ColdMachine<?> machine, Object operand, int state) {
        ColdSteps.suspend(machine, operand, state);
    }

    /**
     * Gives back the operand, or what the driver has stored in its place, and clears the field.
     *
     * @param machine the call's machine
     * @return what {@link #result} or {@link #stageResult} takes
     */
    public static Object takeOperand(ColdMachine<?> machine) {
        return ColdSteps.takeOperand(machine);
    }

    /**
     * Tells whether the call must suspend itself.
     *
     * @param operand the awaited stage
     * @param machine the call's machine
     * @return true if it is not done
     * @throws NullPointerException when the operand is null
     */
    public static boolean pending(CompletionStage<?> operand, ColdMachine<?> machine) {
        return ColdSteps.pending(operand, machine);
    }

    /**
     * Tells whether the call must suspend itself; starts an unstarted coroutine in place.
     *
     * @param operand the awaited object
     * @param machine the call's machine
     * @return true if it is not done
     * @throws NullPointerException when the operand is null
     * @throws IllegalStateException when it is a coroutine that was started before
     */
    public static boolean pending(Awaitable<?> operand, ColdMachine<?> machine) {
        return ColdSteps.pending(operand, machine);
    }

    /**
     * The outcome of an awaitable that is done.
     *
     * @param operand the operand or what {@link #takeOperand} gave
     * @return the result
     * @throws Throwable the failure, as it is
     */
    public static Object result(Object operand) throws Throwable {
        return ColdSteps.outcome(operand);
    }

    /**
     * The outcome of a stage that is done.
     *
     * @param operand the operand or what {@link #takeOperand} gave
     * @return the result
     * @throws Throwable the failure, without the one {@code CompletionException} around it
     */
    public static Object stageResult(Object operand) throws Throwable {
        return ColdSteps.stageOutcome(operand);
    }

    /**
     * The body has ended with a result.
     *
     * @param value the result
     * @param machine the call's machine
     */
    public static void complete(Object value, ColdMachine<?> machine) {
        ColdSteps.complete(value, machine);
    }

    /**
     * The body has ended with a coroutine, whose outcome is the call's.
     *
     * @param returned what the body returned; null fails the call
     * @param machine the call's machine
     */
    public static void finish(Coroutine<?> returned, ColdMachine<?> machine) {
        ColdSteps.finish(returned, machine);
    }
}
