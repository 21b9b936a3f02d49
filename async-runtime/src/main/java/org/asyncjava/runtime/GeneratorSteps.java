package org.asyncjava.runtime;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the body of a method that is marked {@code @Generator} does where it emits and at its end.
 *
 * <p>Public only for {@code org.asyncjava.runtime.abi.Generates}, which forwards to it.
 *
 * @since 0.1.0
 */
public final class GeneratorSteps {
    private GeneratorSteps() {
    }

    /**
     * The suspension point to go on from.
     *
     * @param call the iteration
     * @return k ≥ 1 for the k-th suspension point; anything else: from the start
     */
    public static int state(GeneratorCall<?> call) {
        return call.state;
    }

    /**
     * Tells that a body suspends itself wherever it emits.
     *
     * @param call the iteration
     * @return true
     * @throws IllegalStateException when it is being closed
     */
    public static boolean emitting(GeneratorCall<?> call) {
        if (call.isClosing) {
            throw new IllegalStateException(call + " emits while it is being closed");
        }
        return true;
    }

    /**
     * Records that a body has emitted.
     *
     * @param call the iteration
     * @param element the element
     * @param state the number of the suspension point
     */
    public static void emit(GeneratorCall<?> call, Object element, int state) {
        call.element = element;
        call.state = state;
    }

    /**
     * Hands over what a body goes on with.
     *
     * @param call the iteration
     * @return the signal if it is being closed; anything else otherwise
     */
    public static Object takeOperand(GeneratorCall<?> call) {
        Object given = call.element;
        call.element = GeneratorCall.NONE;
        call.state = GeneratorCall.RUNNING;
        return given;
    }

    /**
     * Goes on behind an {@code emit}.
     *
     * @param given what {@link #takeOperand} gave
     */
    public static void emitted(Object given) {
        if (given instanceof ClosingSignal signal) {
            throw signal;
        }
    }

    /**
     * Enters a handler that is not to see the closing signal.
     *
     * @param caught what it has caught: the signal is thrown again
     */
    public static void passOn(Throwable caught) {
        if (caught instanceof ClosingSignal signal) {
            throw signal;
        }
    }

    /**
     * Keeps what closing has thrown while an exception was on its way.
     *
     * @param failure the exception
     * @param another what closing has thrown
     */
    public static void suppress(Throwable failure, Throwable another) {
        Closing.suppress(failure, another);
    }

    /**
     * Ends an iteration. Six bytes of code: so little is inlined by HotSpot wherever it is called, more of it not where that is as rare as an end; and
     * a loop that hands its iteration to a call can no longer keep that in registers, which is ten times faster.
     *
     * @param call the iteration
     */
    public static void complete(GeneratorCall<?> call) {
        call.state = GeneratorCall.ENDED;
    }

    /**
     * A stream over an iteration that has not begun.
     *
     * @param call the iteration
     * @param <T> the type of the elements
     * @return a sequential, ordered stream that begins it when its terminal operation does
     */
    public static <T> Stream<T> stream(GeneratorCall<T> call) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(call, Spliterator.ORDERED), false).onClose(call::close);
    }
}
