package org.asyncjava.runtime.abi;

import java.util.stream.Stream;

import org.asyncjava.runtime.GeneratorSteps;

/**
 * Called from the bodies of generators that are marked {@code @Generator}.
 *
 * @since 0.1.0
 */
public final class Generates {
    private Generates() {
    }

    /**
     * Where to go on.
     *
     * @param machine the iteration's machine
     * @return k ≥ 1: after the k-th suspension point; anything else: at the start
     */
    public static int state(GeneratorMachine<?> machine) {
        return GeneratorSteps.state(machine);
    }

    /**
     * Tells whether the body must suspend itself for an element, which it must.
     *
     * @param element the element
     * @param machine the iteration's machine
     * @return true
     * @throws IllegalStateException when the generator is being closed
     */
    public static boolean emitting(Object element, GeneratorMachine<?> machine) {
        return GeneratorSteps.emitting(machine);
    }

    /**
     * Stores an element and where the body stands.
     *
     * @param machine the iteration's machine
     * @param element the element
     * @param state the number of the suspension point
     */
    public static void emit(GeneratorMachine<?> machine, Object element, int state) {
        GeneratorSteps.emit(machine, element, state);
    }

    /**
     * Gives back what the body goes on with.
     *
     * @param machine the iteration's machine
     * @return what {@link #emitted} takes
     */
    public static Object takeOperand(GeneratorMachine<?> machine) {
        return GeneratorSteps.takeOperand(machine);
    }

    /**
     * An {@code emit} is over.
     *
     * @param given what {@link #takeOperand} gave
     * @throws Error the closing signal, when the generator is being closed
     */
    public static void emitted(Object given) {
        GeneratorSteps.emitted(given);
    }

    /**
     * Where a handler begins that is not to see the signal.
     *
     * @param caught what it has caught
     * @throws Error the closing signal, if that is what it is
     */
    public static void passOn(Throwable caught) {
        GeneratorSteps.passOn(caught);
    }

    /**
     * The body has ended.
     *
     * @param nothing what it has returned
     * @param machine the iteration's machine
     */
    public static void complete(Object nothing, GeneratorMachine<?> machine) {
        GeneratorSteps.complete(machine);
    }

    /**
     * What a generator returns that is declared to be a stream.
     *
     * @param machine the iteration's machine
     * @return a stream of its elements, whose {@code close} closes it
     */
    public static Stream<?> stream(GeneratorMachine<?> machine) {
        return GeneratorSteps.stream(machine);
    }
}
