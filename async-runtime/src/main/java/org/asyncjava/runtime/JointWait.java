package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;

/**
 * One wait for stages that together have one outcome. It needs no loop: it begins when it is awaited or asked, and is awaited, asked and cancelled by
 * any thread, any number of times.
 *
 * <p>Whatever comes first claims the outcome with one compare-and-set: what the stages have come to, a cancellation, a limit of time. Then the stages
 * are told that are not wanted any more, then whoever waits, in the order in which they came. Foreign code is called with the outcome in place.
 *
 * <p>A future of the JDK's needs no object of its own: it is given this one as its function, and is asked for its outcome in the end. Any other
 * stage is heard by a {@link HeardStage}.
 *
 * @param <R> the type of the result
 */
abstract non-sealed class JointWait<R> extends Operand implements Awaitable<R>, Awaiter<R>, BiFunction<Object, Throwable, Object> {
    /** The outcome is what {@link #collected} tells when it is asked for first. */
    static final Object TO_BE_COLLECTED = new Object();

    /** Stands for a null result. */
    private static final Object NIL = new Object();
    /** Nobody waits any more: all have been told. */
    private static final Object TOLD = new Object();
    private static final int NOT_BEGUN = -1;
    /** The stages are asked, not counted. */
    private static final int ASKED = -2;

    private static final VarHandle PENDING;
    private static final VarHandle OUTCOME;
    private static final VarHandle WAITING;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            PENDING = lookup.findVarHandle(JointWait.class, "pending", int.class);
            OUTCOME = lookup.findVarHandle(JointWait.class, "outcome", Object.class);
            WAITING = lookup.findVarHandle(JointWait.class, "waiting", Object.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** One more driver, after those before it. */
    private record Several(Object before, Driver last) {
    }

    /** The stages; each of those that are heard so a {@link HeardStage} in its place, once the wait has begun. */
    final Object[] operands;

    /**
     * How many stages have not ended, the last one excepted; those that had before are taken off at once when all others are heard. Or that it has
     * not begun, or that the stages are {@link #ASKED}.
     */
    private volatile int pending = NOT_BEGUN;

    /** null: pending; {@link #NIL}; {@link #TO_BE_COLLECTED}; a {@link Failure}; any other object is the result itself. */
    private volatile Object outcome;

    /** null: nobody; a {@link Driver}; {@link Several}; {@link #TOLD}. */
    private volatile Object waiting;

    /**
     * Makes a wait that has not begun.
     *
     * @param operands the stages, in an array that nobody else has
     */
    JointWait(Object[] operands) {
        this.operands = operands;
    }

    /**
     * A stage has ended. Called for one after the other or at the same time, by any thread.
     *
     * @return the outcome that follows; null if others are to be waited for
     */
    abstract Object ended(Object value, Throwable failure);

    /** All stages have ended: the outcome. */
    abstract Object allEnded();

    /** What {@link #TO_BE_COLLECTED} stands for. */
    Object collected() throws Throwable {
        throw new IllegalStateException("nothing to be collected: " + this);
    }

    /** Tells whether the other stages are heard although there is an outcome. */
    boolean hearsOn() {
        return false;
    }

    /** Has a future of the JDK's tell how it ends. */
    void listen(CompletableFuture<?> future, BiFunction<Object, Throwable, Object> function) {
        future.handle(function);
    }

    /** All stages have been heard so far, and there is no outcome. */
    void begun() {
    }

    /** The outcome is in place, and nobody knows of it yet. */
    void settled() {
    }

    /** The wait is given up: what becomes of the stages. */
    void giveUpOperands() {
        cancelOperands();
    }

    static Object stored(Object value) {
        return value == null ? NIL : value;
    }

    static Object failed(Throwable failure) {
        return failure instanceof CancellationException cancellation ? Failure.ended(cancellation) : Failure.failed(failure);
    }

    /**
     * Tells whether the stages are asked whether all have ended, so that neither the beginning nor an end needs an atomic counter, which costs more
     * than all else that is done then. For that all stages must be heard themselves, and it must do no harm to hear them twice.
     */
    boolean asksStages() {
        return false;
    }

    /** Tells whether all stages, which are asked, have ended, and none of them in a way that it decides by itself. */
    boolean haveAllEnded() {
        throw new IllegalStateException("counted: " + this);
    }

    @Override
    final boolean begin(int depth) {
        if (pending == NOT_BEGUN && claimsBegin()) {
            hearAll();
        }
        return outcome == null;
    }

    /** Two threads that begin at the same time may both hear stages that are asked. */
    private boolean claimsBegin() {
        if (asksStages()) {
            PENDING.setOpaque(this, ASKED);
            return true;
        }
        return PENDING.compareAndSet(this, NOT_BEGUN, operands.length);
    }

    private void hearAll() {
        int doneAlready = 0;
        for (int i = 0; i < operands.length && (outcome == null || hearsOn()); i++) {
            CompletionStage<?> stage = (CompletionStage<?>) operands[i];
            if (!isHeardItself(stage)) {
                HeardStage heard = new HeardStage(this, stage);
                operands[i] = heard;
                heard.listen();
            } else if (((CompletableFuture<?>) stage).isDone()) {
                read((CompletableFuture<?>) stage);
                doneAlready++;
            } else {
                listen((CompletableFuture<?>) stage, this);
            }
        }
        if (doneAlready > 0 || operands.length == 0) {
            leave(doneAlready);
        }
        if (outcome == null) {
            begun();
        }
    }

    /** Tells whether a stage is given this object as its function, and is asked for its outcome. */
    static boolean isHeardItself(Object stage) {
        return stage.getClass() == CompletableFuture.class || stage instanceof HotDependent;
    }

    private void read(CompletableFuture<?> done) {
        if (done.isCompletedExceptionally()) {
            decide(null, StageOutcome.failureOf(done), done);
        } else {
            decide(done.getNow(null), null, done);
        }
    }

    /** Of a future that has been given this object itself. */
    @Override
    public final Object apply(Object value, Throwable failure) {
        heard(value, failure == null ? null : StageOutcome.unwrapped(failure), null);
        return null;
    }

    /**
     * A stage has ended.
     *
     * @param stage that stage, or null if it is not known
     */
    final void heard(Object value, Throwable failure, Object stage) {
        decide(value, failure, stage);
        leave(1);
    }

    private void decide(Object value, Throwable failure, Object stage) {
        if (outcome != null) {
            return;
        }
        if (failure != null) {
            LogicalTrace.passes(failure, stage, this);
        }
        Object decided = ended(value, failure);
        if (decided != null) {
            settle(decided);
        }
    }

    /** The last need not take itself off: all others have. */
    private void leave(int many) {
        int before = pending;
        boolean last = before == ASKED ? haveAllEnded() : before == many || (int) PENDING.getAndAdd(this, -many) == many;
        if (last && outcome == null) {
            settle(allEnded());
        }
    }

    private void settle(Object decided) {
        if (OUTCOME.compareAndSet(this, null, decided)) {
            settled();
            tell(Driver::wake);
        }
    }

    private void tell(Consumer<Driver> how) {
        Object told = WAITING.getAndSet(this, TOLD);
        if (told instanceof Driver driver) {
            tell(driver, how);
        } else if (told != null) {
            Deque<Driver> inOrder = new ArrayDeque<>();
            while (told instanceof Several several) {
                inOrder.push(several.last);
                told = several.before;
            }
            inOrder.push((Driver) told);
            inOrder.forEach(driver -> tell(driver, how));
        }
    }

    private void tell(Driver driver, Consumer<Driver> how) {
        if (outcome instanceof Failure failure && !failure.isCancellation()) {
            LogicalTrace.reaches(failure.unasked(), this, driver);
        }
        how.accept(driver);
    }

    @Override
    final void subscribe(Driver driver) {
        Object before = waiting;
        while (before != TOLD && !WAITING.compareAndSet(this, before, before == null ? driver : new Several(before, driver))) {
            before = waiting;
        }
        if (before == TOLD) {
            tell(driver, Driver::wake);
        }
    }

    /** It is a compare-and-set; without one the driver has been woken. */
    @Override
    final boolean subscribesWithFence() {
        return true;
    }

    /** Ends the wait, whatever the stages make of it. */
    @Override
    final boolean cancel(String message) {
        return giveUp(Failure.cancelled(message), Driver::wake);
    }

    /**
     * Ends the wait for another reason than what its stages have come to.
     *
     * @param decided the outcome, if there is none yet
     * @param how whoever waits is woken
     * @return whether this outcome is the one
     */
    final boolean giveUp(Object decided, Consumer<Driver> how) {
        if (!OUTCOME.compareAndSet(this, null, decided)) {
            return false;
        }
        giveUpOperands();
        settled();
        tell(how);
        return true;
    }

    /** Tells whether it waits for so many and nothing else, not for a time either, as far as another thread can see. */
    final boolean isOnlyFor(int many) {
        return pending == many && outcome == null && !isLimited();
    }

    /** Whether it gives up when a time has come. */
    boolean isLimited() {
        return false;
    }

    /** Cancels each stage that is a {@link Future} and has not been heard to have ended; any other is left. */
    final void cancelOperands() {
        for (Object operand : operands) {
            if (!(operand instanceof HeardStage heard)) {
                cancel(operand);
            } else if (!heard.hasEnded()) {
                cancel(heard.stage);
            }
        }
    }

    private static void cancel(Object stage) {
        HotCall call = HotFields.asCall(stage);
        if (call != null) {
            HotCancel.cancel(call);
        } else if (stage instanceof Future<?> future && StageWait.isFullFuture((CompletionStage<?>) stage)) {
            try {
                future.cancel(true);
            } catch (Throwable broken) {
                DroppedFailure.reportBroken("cancel() of a future", broken, null);
            }
        }
    }

    @Override
    final boolean isCancelled() {
        return outcome instanceof Failure failure && failure.isCancellation();
    }

    @Override
    final Object take() throws Throwable {
        Object seen = outcome == TO_BE_COLLECTED ? collectedOnce() : outcome;
        if (seen instanceof Failure failure) {
            throw LogicalTrace.rethrown(failure.toThrow(), this);
        }
        return unstored(seen);
    }

    /** The result or failure that an outcome stands for. */
    static Object unstored(Object outcome) throws Throwable {
        if (outcome instanceof Failure failure) {
            throw failure.toThrow();
        }
        return outcome == NIL ? null : outcome;
    }

    /** Two threads that ask at the same time may both collect; they get the same. */
    private Object collectedOnce() {
        Object result;
        try {
            result = stored(collected());
        } catch (Throwable failure) {
            result = failed(failure);
        }
        OUTCOME.compareAndSet(this, TO_BE_COLLECTED, result);
        return outcome;
    }

    /** Begins. */
    @Override
    public final Awaiter<R> awaiter() {
        begin(0);
        return this;
    }

    @Override
    public final boolean isDone() {
        return outcome != null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public final R result() throws Throwable {
        if (outcome == null) {
            throw new InvalidStateException("Result is not set.");
        }
        return (R) take();
    }

    @Override
    public final void onDone(Runnable callback) {
        Objects.requireNonNull(callback, "callback");
        subscribe(() -> Trampoline.run(callback));
    }

    @Override
    public final boolean cancel() {
        return cancel(null);
    }
}
