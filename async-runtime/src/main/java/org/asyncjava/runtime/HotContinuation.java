package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * One suspended call of an asynchronous method that returns a {@code CompletableFuture}, and that future: what nearly every {@link HotCall}
 * is. Generated subclasses hold the method's live locals.
 *
 * <p>Public only because generated code extends it through {@code org.asyncjava.runtime.abi.HotFuture}. To whoever called the method it
 * is a {@code CompletableFuture} with the JDK's behaviour. Settling it from outside also asks the body to end. It is 40 bytes, of which 4 are
 * left for the first local (with compressed references).
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
public abstract class HotContinuation<T> extends OwnFuture<T> implements HotCall, HotResumption {
    private static final VarHandle STATE;
    private static final VarHandle AWAITED;
    private static final VarHandle WAITER;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(HotContinuation.class, "state", int.class);
            AWAITED = lookup.findVarHandle(HotContinuation.class, "awaited", Object.class);
            WAITER = lookup.findVarHandle(HotContinuation.class, "waiter", Object.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    // What the fields hold in each phase of the call. The marks of HotState may be added to every state but the first.
    //
    //               state                   awaited                            dispatcher
    //   first run   0                       null                               null
    //   suspended   the suspension point    the operand; of a coroutine the    in force at the suspension, null for none; with a
    //                                       innermost call of its chain        context: a ContextDispatcher of both
    //   running     as when suspended       null, once the body has taken it   as when suspended
    //   following   with FOLLOWING          what the body has ended with       null
    //   ended       as before               null, or what was followed         as before: dependents ask for it

    private int state;
    private Object awaited;
    private Dispatcher dispatcher;
    /** The call that awaits this one and was the first to do so, until it is woken. */
    private volatile Object waiter;

    /** For generated code. */
    protected HotContinuation() {
        if (Debug.ENABLED) {
            SuspendedMethods.made(this);
        }
    }

    /**
     * Runs the body from where it stands to its next suspension or its end. Generated.
     *
     * @throws Throwable what the body throws
     */
    protected abstract void resume() throws Throwable;

    /**
     * Where the body comes from, as {@link HotCall#hotSource} describes it. Generated; a constant.
     *
     * @return the description
     */
    protected abstract String source();

    @Override
    public final int hotState() {
        return state;
    }

    @Override
    public final void hotState(int newState) {
        state = newState;
    }

    @Override
    public final Object hotAwaited() {
        return AWAITED.getAcquire(this);
    }

    @Override
    public final void hotAwaited(Object operand) {
        AWAITED.setRelease(this, operand);
    }

    @Override
    public final Dispatcher hotDispatcher() {
        return dispatcher;
    }

    @Override
    public final void hotDispatcher(Dispatcher newDispatcher) {
        dispatcher = newDispatcher;
    }

    @Override
    public final boolean hotLink(HotCall awaiting) {
        if (Debug.ENABLED) {
            UnheardFailure.heard(this);
        }
        return waiter == null && WAITER.compareAndSet(this, null, awaiting);
    }

    @Override
    public final HotCall hotUnlink() {
        if (waiter == null) {
            return null;
        }
        Object taken = WAITER.getAndSet(this, null);
        return taken instanceof HotContinuation<?> usual ? usual : (HotCall) taken;
    }

    @Override
    @SuppressWarnings("unchecked")
    public final boolean hotSettle(Object value) {
        return super.complete((T) value);
    }

    @Override
    public final boolean hotFail(Throwable failure) {
        boolean unheard = Debug.ENABLED && waiter == null && getNumberOfDependents() == 0;
        if (unheard) { // before anybody can ask
            UnheardFailure.watch(this, failure, SourcePosition.of(source()).method(), ContextDispatcher.dispatcherOf(this));
        }
        boolean failed = super.completeExceptionally(failure);
        if (unheard && !failed) {
            UnheardFailure.heard(this);
        }
        return failed;
    }

    @Override
    public final void hotResume() throws Throwable {
        resume();
    }

    @Override
    public final String hotSource() {
        return source();
    }

    @Override
    public final void wake() {
        HotDrive.wake(this);
    }

    @Override
    public final void run() {
        Dispatch.run(this, ThreadState.current());
    }

    /** The call is about to be given to what runs it on. */
    final void handOut() {
        STATE.setRelease(this, state | HotState.HANDED_OUT);
    }

    /** Tells whether the call was handed out and has not been run since. */
    final boolean isHandedOut() {
        return (state & HotState.HANDED_OUT) != 0;
    }

    /** Tells whether the call is to be run; true once for each time it was handed out. Any thread. */
    final boolean take() {
        int seen = state;
        return (seen & HotState.HANDED_OUT) != 0 && STATE.compareAndSet(this, seen, seen & ~HotState.HANDED_OUT);
    }

    @Override
    public final Object apply(Object value, Throwable failure) {
        if (failure != null) {
            LogicalTrace.reaches(failure, this);
        }
        HotDrive.wake(this);
        return null;
    }

    @Override
    public final HotResumption hotResumption() {
        return this;
    }

    @Override
    public final HotCall hotCall() {
        return this;
    }

    @Override
    public final boolean complete(T value) {
        boolean before = isDone();
        boolean settled = super.complete(value);
        HotSteps.settledOutside(this, before);
        return settled;
    }

    @Override
    public final boolean completeExceptionally(Throwable failure) {
        boolean before = isDone();
        boolean settled = super.completeExceptionally(failure);
        HotSteps.settledOutside(this, before);
        return settled;
    }

    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        boolean before = isDone();
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        HotSteps.settledOutside(this, before);
        return cancelled;
    }

    @Override
    public final void obtrudeValue(T value) {
        boolean before = isDone();
        super.obtrudeValue(value);
        HotSteps.settledOutside(this, before);
    }

    @Override
    public final void obtrudeException(Throwable failure) {
        boolean before = isDone();
        super.obtrudeException(failure);
        HotSteps.settledOutside(this, before);
    }

    @Override
    public final CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        executor.execute(HotSteps.settling(this, supplier));
        return this;
    }

    /** Dependents are no machines. */
    @Override
    public final <U> CompletableFuture<U> newIncompleteFuture() {
        if (Debug.ENABLED) {
            UnheardFailure.heard(this);
        }
        return Blocking.dependentOf(this);
    }

    @Override
    public final boolean isCompletedExceptionally() {
        if (Debug.ENABLED) {
            UnheardFailure.heard(this);
        }
        return super.isCompletedExceptionally();
    }

    @Override
    public final T getNow(T otherwise) {
        if (Debug.ENABLED) {
            UnheardFailure.heard(this);
        }
        return super.getNow(otherwise);
    }
}
