package org.asyncjava.runtime;

import java.util.NoSuchElementException;

import org.asyncjava.Async;
import org.asyncjava.Await;
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
public abstract class AsyncGeneratorCall<T> extends ClosableCall<Boolean> implements AsyncIterable<T>, AsyncIterator<T>, Cloneable {
    static final int ENDED = -1;

    /** Where the body stands between two advances: k ≥ 1 at the k-th suspension point, 0 at the start, or that it has ended. */
    int emitted;

    /** The current element, if an advance has come to one. */
    Object element;

    /** What the {@code emit} throws at which the body goes on; null if it does not. */
    Throwable thrown;

    boolean isClosing;

    /** For generated code. */
    protected AsyncGeneratorCall() {
        NeverAwaited.takenOver(this); // what is to be awaited are the advances
        NeverClosed.made(this);
    }

    @Override
    @SuppressWarnings("unchecked")
    public final AsyncIterator<T> iterator() {
        try {
            AsyncGeneratorCall<T> iteration = (AsyncGeneratorCall<T>) clone();
            NeverClosed.made(iteration);
            return iteration;
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
        if (hasEnded()) {
            return Coroutine.done();
        }
        rearm("closed");
        if (emitted == 0) {
            release();
            end();
            return Coroutine.done();
        }
        ClosingSignal closing = new ClosingSignal();
        thrown = closing;
        isClosing = true;
        try {
            Await.await(this);
        } catch (ClosingSignal signal) {
            Closing.ended(closing, signal);
        } finally {
            end();
        }
        return Coroutine.done();
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
        return emitted == ENDED;
    }

    /** It stands at an {@code emit}. */
    @Override
    final boolean isOpen() {
        return emitted > 0 && state <= UNSTARTED;
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
        complete(Boolean.FALSE);
        ended();
    }

    /** Nothing of the body will run any more. */
    final void ended() {
        emitted = ENDED;
        element = null;
        OpenGenerators.ended(this);
    }

    @Override
    final void fail(Throwable failure) {
        super.fail(failure);
        ended();
    }

    /** Of an advance; where the body has emitted that is for its handlers to see. */
    @Override
    final void failUnstarted(Throwable failure) {
        if (emitted == 0) {
            super.failUnstarted(failure);
        } else {
            thrown = failure;
        }
    }
}
