package org.asyncjava.runtime;

/**
 * One call of an asynchronous method that returns a {@link Coroutine}: unstarted, running, suspended or ended. Generated subclasses
 * hold the method's live locals.
 *
 * <p>Public only because generated code extends it through {@code org.asyncjava.runtime.abi.ColdMachine}. The object is confined
 * to the driver that runs it; a driver on several threads hands it over with a happens-before edge.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
public abstract non-sealed class Continuation<T> extends Coroutine<T> {
    /** Inline calls nest no deeper; beyond that the driver runs the callee on its own shallow stack. */
    static final int MAX_DEPTH = 100;

    static final int UNSTARTED = 0;
    /** Runs; bits 24 to 30 hold the depth of inline calls. */
    static final int RUNNING = 0xFFFFFF;
    /** The body has ended with a leaf operand, whose outcome will be this call's. */
    static final int FOLLOWING = 0xFFFFFE;
    static final int COMPLETED = -1;
    static final int FAILED = -2;
    /** The body has ended with another continuation, which runs in its place. */
    static final int FORWARDED = -3;

    private static final int DEPTH_SHIFT = 24;

    /** One of the constants above, or k ≥ 1: suspended at suspension point k. */
    int state;

    /** The operand while suspended, the result when completed, the failure when failed, the target when forwarded. */
    Object awaited;

    /** While suspended: the continuation that awaits this one, or the driver for the outermost. */
    Object caller;

    /** For generated code. */
    protected Continuation() {
        if (Debug.WATCHES_COROUTINES) {
            NeverAwaited.created(this);
        }
    }

    /**
     * Runs the body from where it stands to its next suspension or its end. Generated.
     *
     * @throws Throwable what the body throws
     */
    protected abstract void resume() throws Throwable;

    /**
     * Where the body comes from: class name, method name, file name (may be empty) and the comma-separated lines of its suspension
     * points (0 if unknown), separated by NUL characters. Generated; a constant.
     *
     * @return the description
     */
    protected abstract String source();

    /** Lets go of {@code this} and the arguments: the call ends, and its body will not. Generated where there are any; as often called as one likes. */
    protected void release() {
    }

    /** In pieces of a few bytes, which the compiler inlines wherever they are called, also where that seems rare to it. */
    @Override
    final boolean begin(int depth) {
        if (!enters(depth)) {
            return true;
        }
        try { // as in runOnDriver(), but a level less for the compiler, which inlines fifteen
            resume();
        } catch (Throwable failure) {
            fail(failure);
        }
        return isPendingAt(depth);
    }

    /** Whether the body may run on the caller's stack: it does from here on. */
    private boolean enters(int depth) {
        if (state != UNSTARTED) {
            refuseReuse();
        }
        if (depth > MAX_DEPTH) {
            return false;
        }
        enter(depth);
        return true;
    }

    private void refuseReuse() {
        throw new IllegalStateException("cannot reuse already awaited coroutine: " + this);
    }

    private void enter(int depth) {
        NeverAwaited.takenOver(this);
        state = depth << DEPTH_SHIFT | RUNNING;
    }

    private boolean isPendingAt(int depth) {
        return state == FORWARDED ? beginTarget(depth) : state > 0;
    }

    /** Runs what the body has ended with, and what that has ended with, and so on: in constant stack and memory. */
    private boolean beginTarget(int depth) {
        Continuation<?> target;
        do {
            target = (Continuation<?>) awaited;
            target.runFirst(depth);
            awaited = target.state == FORWARDED ? target.awaited : target;
        } while (target.state == FORWARDED);
        if (target.state > 0) {
            return true;
        }
        state = target.state;
        awaited = target.awaited;
        return false;
    }

    private void runFirst(int depth) {
        enter(depth);
        runOnDriver();
    }

    /** Runs a suspended or unstarted continuation on the driver's stack. */
    final void runOnDriver() {
        if (state == UNSTARTED) {
            enter(0);
        } else if (state == FOLLOWING) {
            follow();
            return;
        }
        try {
            resume();
        } catch (Throwable failure) {
            fail(failure);
        }
    }

    /** Ends with the outcome of the leaf that the body has ended with. */
    final void follow() {
        try {
            complete(Operands.outcome(awaited));
        } catch (Throwable failure) {
            fail(failure);
        }
    }

    /** Hands over what runs in the place of a forwarded call, which holds it no longer: chains of any length need no more memory than one. */
    final Continuation<?> takeTarget() {
        Continuation<?> target = (Continuation<?>) awaited;
        awaited = null;
        return target;
    }

    /** The depth of inline calls this one runs at. */
    final int depth() {
        return state >>> DEPTH_SHIFT;
    }

    final boolean isRunning() {
        return state > 0 && (state & RUNNING) == RUNNING;
    }

    /** What {@link #state} is for whoever asks where the call stands. */
    int place() {
        return state;
    }

    final boolean isEnded() {
        return state < 0;
    }

    final void complete(Object value) {
        awaited = value;
        state = COMPLETED;
    }

    void fail(Throwable failure) {
        LogicalTrace.leaves(failure);
        awaited = failure;
        state = FAILED;
        release();
    }

    /** What is to be run next, and has not started, gets a failure instead. */
    void failUnstarted(Throwable failure) {
        NeverAwaited.takenOver(this);
        fail(failure);
    }

    /** Short, so that the compiler inlines it wherever it is called, also where that seems rare to it. */
    @Override
    @SuppressWarnings("unchecked")
    final T take() throws Throwable {
        return state == COMPLETED ? (T) awaited : takeFailure();
    }

    private T takeFailure() throws Throwable {
        if (state == FAILED) {
            throw (Throwable) awaited;
        }
        throw new IllegalStateException("not done: " + this);
    }

    @Override
    SourcePosition position() {
        return SourcePosition.of(this);
    }

    @Override
    public final String toString() {
        return SourcePosition.of(this).toString();
    }
}
