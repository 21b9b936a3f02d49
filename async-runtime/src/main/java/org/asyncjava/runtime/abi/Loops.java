package org.asyncjava.runtime.abi;

import java.util.Objects;

import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.GeneratorSteps;

/**
 * Called from loops over {@code each(source)}.
 *
 * @since 0.1.0
 */
public final class Loops {
    private Loops() {
    }

    /**
     * Where a loop over an iterable begins.
     *
     * @param source what {@code each} was given
     * @return its iterator
     */
    public static AsyncIterator<?> iterator(AsyncIterable<?> source) {
        return Objects.requireNonNull(source.iterator(), "iterator");
    }

    /**
     * Where a loop over an iterator begins.
     *
     * @param source what {@code each} was given
     * @return the same
     */
    public static AsyncIterator<?> iterator(AsyncIterator<?> source) {
        return Objects.requireNonNull(source, "source");
    }

    /**
     * A loop is left by an exception, and its source cannot be closed.
     *
     * @param failure the exception
     * @param another what closing has thrown
     */
    public static void suppress(Throwable failure, Throwable another) {
        GeneratorSteps.suppress(failure, another);
    }
}
