package org.asyncjava.runtime;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * One iteration over the elements of a method that is marked {@code @Generator}: unstarted, running, suspended at an {@code emit} or ended. As
 * what such a method returns it is an {@code Iterable} too, whose iterations are copies of it; then it is never run itself. Generated
 * subclasses hold the method's live locals.
 *
 * <p>Public only because generated code extends it through {@code org.asyncjava.runtime.abi.GeneratorMachine}. Not thread-safe.
 *
 * @param <T> the type of the elements
 * @since 0.1.0
 */
public abstract class GeneratorCall<T> implements Iterable<T>, Iterator<T>, AutoCloseable, Cloneable {
    static final int UNSTARTED = 0;
    /** One byte of code, see {@link GeneratorSteps#complete}. */
    static final int ENDED = -1;
    static final int RUNNING = -2;

    /** In place of an element: none has been asked for. */
    static final Object NONE = new Object();

    /** One of the constants above, or k ≥ 1: suspended at suspension point k. */
    int state;

    /** While suspended: the element until it is taken; what the body goes on with, if that is a signal. */
    Object element = NONE;

    boolean isClosing;

    /** For generated code. */
    protected GeneratorCall() {
    }

    /**
     * Runs the body from where it stands to its next element or its end. Generated.
     *
     * @throws Throwable what the body throws
     */
    protected abstract void resume() throws Throwable;

    /**
     * Where the body comes from, as in a {@link Continuation}. Generated; a constant.
     *
     * @return the description
     */
    protected abstract String source();

    /** Lets go of {@code this} and the arguments: the iteration ends, and its body will not. Generated where there are any; as often called as one likes. */
    protected void release() {
    }

    /** A new iteration, with the arguments of the call. */
    @Override
    @SuppressWarnings("unchecked")
    public final Iterator<T> iterator() {
        try {
            return (GeneratorCall<T>) clone();
        } catch (CloneNotSupportedException cloneable) {
            throw new AssertionError(cloneable);
        }
    }

    @Override
    public final boolean hasNext() {
        return element != NONE || advance();
    }

    @Override
    @SuppressWarnings("unchecked")
    public final T next() {
        if (element == NONE && !advance()) {
            throw new NoSuchElementException(this + " has no more elements");
        }
        Object next = element;
        element = NONE;
        return (T) next;
    }

    /** Runs the {@code finally} blocks around the {@code emit} where the body stands, and ends it. */
    @Override
    public final void close() {
        requireNotRunning("closed");
        boolean isSuspended = state > 0;
        element = NONE;
        if (!isSuspended) {
            state = ENDED;
            release();
            return;
        }
        ClosingSignal signal = new ClosingSignal();
        element = signal;
        isClosing = true;
        try {
            run();
        } catch (ClosingSignal thrown) {
            Closing.ended(signal, thrown);
        }
    }

    /** Tells whether there is a next element. */
    private boolean advance() {
        requireNotRunning("asked for an element");
        if (state == ENDED) {
            return false;
        }
        if (state == UNSTARTED) {
            state = RUNNING;
        }
        run();
        return state > 0;
    }

    private void run() {
        try {
            resume();
        } catch (Throwable failure) {
            element = NONE;
            state = ENDED;
            release();
            LogicalTrace.leaves(failure);
            throw Sneaky.<RuntimeException>rethrow(failure);
        }
    }

    private void requireNotRunning(String what) {
        if (state == RUNNING) {
            throw new IllegalStateException(this + " is " + what + " while it runs");
        }
    }

    @Override
    public final String toString() {
        return SourcePosition.of(source(), state == RUNNING ? Continuation.RUNNING : state).toString();
    }
}
