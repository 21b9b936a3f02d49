package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.NoSuchElementException;

/**
 * A call that is awaited again for each element. It runs only when it is awaited, refuses a second question before it has answered the first,
 * keeps no element longer than until the next question, and is over when its body has ended or failed.
 */
abstract class Iteration extends Call {
    private static final int OVER = -1;

    /** Where the body stands between two questions. */
    private int emitted;
    private Object element;

    /** The call that results in whether there is a next element. */
    final Call advance() {
        rearm();
        element = null;
        return this;
    }

    final Object current() {
        if (emitted == OVER || !isEnded() || hasFailed()) {
            throw new NoSuchElementException();
        }
        return element;
    }

    @Override
    protected final void resume() throws Throwable {
        if (emitted == OVER) {
            complete(false);
            return;
        }
        try {
            next();
        } catch (Throwable failure) {
            emitted = OVER;
            throw failure;
        }
    }

    /** Runs the body to its next suspension, its next element or its end. */
    protected abstract void next() throws Throwable;

    /** Where the body goes on if it does not come from an await. */
    final int emitted() {
        return emitted;
    }

    final void emit(Object next, int place) {
        element = next;
        emitted = place;
        complete(true);
    }

    final void over() {
        emitted = OVER;
        complete(false);
    }
}
