package org.asyncjava.runtime.abi;

import java.util.concurrent.CompletionStage;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.AsyncGeneratorSteps;
import org.asyncjava.runtime.ColdSteps;

/**
 * Called from the bodies of async methods that emit.
 *
 * @since 0.1.0
 */
public final class AsyncGenerates {
    private AsyncGenerates() {
    }

    /**
     * Where to go on.
     *
     * @param machine the iteration's machine
     * @return k ≥ 1: after the k-th suspension point; anything else: at the start
     */
    public static int state(AsyncGeneratorMachine<?> machine) {
        return AsyncGeneratorSteps.state(machine);
    }

    /**
     * Stores what the body waits for and where it stands.
     *
     * @param machine the iteration's machine
     * @param operand the pending operand
     * @param state the number of the suspension point
     */
    public static void suspend(AsyncGeneratorMachine<?> machine, Object operand, int state) {
        ColdSteps.suspend(machine, operand, state);
    }

    /**
     * Stores an element and where the body stands: the advance has ended.
     *
     * @param machine the iteration's machine
     * @param element the element
     * @param state the number of the suspension point
     */
    public static void emit(AsyncGeneratorMachine<?> machine, Object element, int state) {
        AsyncGeneratorSteps.emit(machine, element, state);
    }

    /**
     * As {@link #emit}, where a handler of the body sees the signal that closes it.
     *
     * @param machine the iteration's machine
     * @param element the element
     * @param state the number of the suspension point
     */
    public static void emitGuarded(AsyncGeneratorMachine<?> machine, Object element, int state) {
        AsyncGeneratorSteps.emitGuarded(machine, element, state);
    }

    /**
     * Gives back what the body goes on with.
     *
     * @param machine the iteration's machine
     * @return what {@link #result}, {@link #stageResult} or {@link #emitted} takes
     */
    public static Object takeOperand(AsyncGeneratorMachine<?> machine) {
        return AsyncGeneratorSteps.takeOperand(machine);
    }

    /**
     * Tells whether the body must suspend itself.
     *
     * @param operand the awaited stage
     * @param machine the iteration's machine
     * @return true if it is not done
     * @throws NullPointerException when the operand is null
     */
    public static boolean pending(CompletionStage<?> operand, AsyncGeneratorMachine<?> machine) {
        return ColdSteps.pending(operand, machine);
    }

    /**
     * Tells whether the body must suspend itself; starts an unstarted coroutine in place.
     *
     * @param operand the awaited object
     * @param machine the iteration's machine
     * @return true if it is not done
     * @throws NullPointerException when the operand is null
     * @throws IllegalStateException when it is a coroutine that was started before
     */
    public static boolean pending(Awaitable<?> operand, AsyncGeneratorMachine<?> machine) {
        return ColdSteps.pending(operand, machine);
    }

    /**
     * Tells whether the body must suspend itself for an element, which it must.
     *
     * @param element the element
     * @param machine the iteration's machine
     * @return true
     * @throws IllegalStateException when the generator is being closed
     */
    public static boolean emitting(Object element, AsyncGeneratorMachine<?> machine) {
        return AsyncGeneratorSteps.emitting(machine);
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
     * An {@code emit} is over.
     *
     * @param given what {@link #takeOperand} gave
     * @throws Throwable that, if it is not null: the closing signal when the generator is being closed
     */
    public static void emitted(Object given) throws Throwable {
        AsyncGeneratorSteps.emitted(given);
    }

    /**
     * The body has ended.
     *
     * @param nothing what it has returned
     * @param machine the iteration's machine
     */
    public static void complete(Object nothing, AsyncGeneratorMachine<?> machine) {
        AsyncGeneratorSteps.complete(machine);
    }
}
