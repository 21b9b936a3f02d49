package org.asyncjava.runtime;

import java.util.NoSuchElementException;

import org.asyncjava.Async;
import org.asyncjava.Await;
import org.asyncjava.runtime.abi.ClosingSignal;

/**
 * One iteration over the elements of an async method that emits. It is the coroutine of each of its advances: one that is unstarted when an advance
 * is asked for, and completed whenever the body has emitted. As what such a method returns it is an {@code AsyncIterable} too, whose iterations are
 * copies of it; then it is never run itself. Generated subclasses hold the method's live locals.
 *
 * <p>Public only because generated code extends it through {@code org.asyncjava.runtime.abi.AsyncGeneratorMachine}.
 *
 * @param <T> the type of the elements
 * @since 0.1.0
 */
public abstract class AsyncGeneratorCall<T> extends Continuation<Boolean> implements AsyncIterable<T>, AsyncIterator<T>, Cloneable {
    static final int ENDED = -1;

    /** Where the body stands between two advances: k ≥ 1 at the k-th suspension point, 0 at the start, or that it has ended. */
    int emitted;

    /** The current element, if an advance has come to one. */
    Object element;

    /** What the {@code emit} where the body stands is to throw: the signal if it is being closed, or what an advance has met before it has begun. */
    Throwable signal;

    boolean isClosing;

    /** For generated code. */
    protected AsyncGeneratorCall() {
        NeverAwaited.takenOver(this); // what is to be awaited are the advances
    }

    @Override
    @SuppressWarnings("unchecked")
    public final AsyncIterator<T> iterator() {
        try {
            return (AsyncGeneratorCall<T>) clone();
        } catch (CloneNotSupportedException cloneable) {
            throw new AssertionError(cloneable);
        }
    }

    @Override
    public final Coroutine<Boolean> advance() {
        if (state == UNSTARTED) {
            return this;
        }
        if (hasEnded()) {
            element = null;
            return Coroutine.of(false);
        }
        rearm("asked for an element");
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public final T current() {
        if (state != COMPLETED || emitted == ENDED) {
            throw new NoSuchElementException(this + " has no current element");
        }
        return (T) element;
    }

    @Async
    @Override
    public final Coroutine<Void> closeAsync() {
        if (hasEnded() || isUnbegun()) {
            end();
            return Coroutine.done();
        }
        rearm("closed");
        ClosingSignal closing = new ClosingSignal();
        signal = closing;
        isClosing = true;
        try {
            Await.await(this);
        } catch (ClosingSignal thrown) {
            Closing.ended(closing, thrown);
        } finally {
            end();
        }
        return Coroutine.done();
    }

    /** The body may have begun, with an advance before. Then its {@code finally} blocks run. */
    @Override
    final void failUnstarted(Throwable failure) {
        if (emitted > 0) {
            signal = failure;
        } else {
            super.failUnstarted(failure);
        }
    }

    /** Between two advances the body stands at an {@code emit}. */
    @Override
    final int place() {
        if (emitted == ENDED) {
            return COMPLETED;
        }
        return emitted > 0 && (state == COMPLETED || state == UNSTARTED) ? emitted : state;
    }

    private boolean hasEnded() {
        return state == FAILED || emitted == ENDED;
    }

    private boolean isUnbegun() {
        return state == UNSTARTED && emitted == 0;
    }

    /** Makes it a coroutine that has not been started, as it was. */
    private void rearm(String what) {
        if (state > 0) {
            throw new IllegalStateException(this + " is " + what + " before its advance has ended");
        }
        element = null;
        state = UNSTARTED;
    }

    private void end() {
        emitted = ENDED;
        element = null;
        awaited = Boolean.FALSE;
        state = COMPLETED;
    }
}
