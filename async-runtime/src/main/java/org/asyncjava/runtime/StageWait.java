package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/**
 * One wait for a stage that can only be asked through {@code handle}: a {@code minimalCompletionStage}, or a foreign implementation; and for a
 * {@code CompletableFuture} of a program's own kind, whose methods may do anything.
 *
 * <p>It keeps the outcome, since such a stage cannot be asked for it later, and it can be given up: whichever comes first, the stage's
 * outcome or the cancellation, claims the wait with one compare-and-set and wakes the driver; the other one has no effect.
 *
 * <p>The JDK's {@code CompletableFuture} needs no such object: it is its own memory of the outcome, and is cancelled itself. It is awaited directly
 * and read by {@link StageOutcome}.
 */
final class StageWait extends Operand implements BiFunction<Object, Throwable, Object> {
    private static final VarHandle STAGE;
    private static final VarHandle OUTCOME;

    static {
        try {
            STAGE = MethodHandles.lookup().findVarHandle(StageWait.class, "stage", CompletionStage.class);
            OUTCOME = MethodHandles.lookup().findVarHandle(StageWait.class, "outcome", Coroutine.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Of {@code CompletableFuture.minimalCompletionStage()}: a subclass of CompletableFuture that refuses nearly everything. */
    private static final Class<?> MINIMAL_STAGE = CompletableFuture.completedStage(null).getClass();

    /** An outcome that has been taken. The stage may hold this wait for ever: it keeps nothing that it needs no longer. */
    private static final Coroutine<?> TAKEN = Coroutine.done();

    /** A cancellation without a message, whose exception nobody may ever ask for. */
    private static final Coroutine<?> CANCELLED = Coroutine.of("cancelled");

    /** Null once the stage has called back. */
    private volatile CompletionStage<?> stage;
    /** Set by {@link #subscribe}, before the stage knows of this wait; null once it was woken. */
    private volatile Driver driver;
    /** Null while waiting. */
    private volatile Coroutine<?> outcome;

    private StageWait(CompletionStage<?> stage) {
        this.stage = stage;
    }

    /** Tells whether an awaiting body must suspend itself; a stage that cannot be asked counts as pending. */
    static boolean isPending(CompletionStage<?> stage) {
        if (stage.getClass() == CompletableFuture.class) { // so that C2 inlines isDone: the JDK has a subclass with its own, and futures of any class come here
            return !((CompletableFuture<?>) stage).isDone();
        }
        return stage instanceof OwnFuture<?> own ? !own.isDone() : isOtherPending(stage);
    }

    private static boolean isOtherPending(CompletionStage<?> stage) {
        return !(stage instanceof CompletableFuture<?> future && isFullFuture(future)) || !future.isDone();
    }

    /** A wait for a stage that cannot be asked or cancelled. */
    static StageWait of(CompletionStage<?> stage) {
        return new StageWait(stage);
    }

    /** Tells whether a stage that is a future supports {@code isDone}, {@code join} and {@code cancel}: all but the JDK's minimal stages do. */
    static boolean isFullFuture(CompletionStage<?> stage) {
        return stage.getClass() != MINIMAL_STAGE;
    }

    /** Tells whether a future behaves as the JDK's own: it is awaited directly. */
    static boolean isPlain(CompletableFuture<?> future) {
        return future.getClass() == CompletableFuture.class || future instanceof OwnFuture || future instanceof HotCall;
    }

    /**
     * Wakes a driver when a future is done. A driver that is a function of a stage's outcome is registered itself.
     *
     * @throws RuntimeException what a subclass's {@code handle} throws
     */
    static void subscribe(CompletableFuture<?> future, Driver driver) {
        if (future instanceof HotCall && !(future instanceof HotContinuation)) {
            HeardOnce.subscribe(future, driver);
        } else if (driver instanceof HotResumption resumption) {
            future.handle(resumption);
        } else {
            future.handle((value, failure) -> {
                if (failure != null) {
                    LogicalTrace.reaches(failure, driver);
                }
                driver.wake();
                return null;
            });
        }
    }

    /** Stands for a stage that an await has found pending. */
    @Override
    boolean begin(int depth) {
        return true;
    }

    @Override
    void subscribe(Driver waiting) {
        driver = waiting;
        CompletionStage<?> awaited = stage;
        try {
            awaited.handle(this);
        } catch (Throwable failure) {
            if (claim(Coroutine.failed(failure))) {
                driver = null;
                throw failure;
            }
            DroppedFailure.reportBroken("handle() of a stage", failure, waiting);
        }
    }

    @Override
    public Object apply(Object value, Throwable failure) {
        if (STAGE.getAndSet(this, null) == null) {
            DroppedFailure.reportRepeated("a stage has called the function of its handle() again", driver);
        } else if (failure == null ? claim(Coroutine.of(value)) : claimFailure(StageOutcome.unwrapped(failure))) {
            wake();
        }
        return null;
    }

    private boolean claimFailure(Throwable failure) {
        LogicalTrace.reaches(failure, driver);
        return claim(Coroutine.failed(failure));
    }

    /** Of whoever has claimed this wait. */
    private void wake() {
        Driver waiting = driver;
        driver = null;
        waiting.wake();
    }

    @Override
    boolean isCancelled() {
        return outcome instanceof FailedCoroutine<?> failed && failed.failure instanceof CancellationException;
    }

    @Override
    boolean hasFailed() {
        return outcome == CANCELLED || outcome instanceof FailedCoroutine;
    }

    /** Cancels the stage if it is a {@link Future}, and ends the wait with a {@link CancellationException} unless the stage refuses. */
    @Override
    boolean cancel(String message) {
        CompletionStage<?> awaited = stage;
        if (driver == null || awaited == null || outcome != null) {
            return false;
        }
        if (awaited instanceof CompletableFuture<?> future && isFullFuture(future)) {
            return isCancelledBy(future) && (giveUp(message) || outcome != null);
        }
        if (!claimCancelled(message)) {
            return false;
        }
        if (awaited instanceof Future<?> future && !(awaited instanceof CompletableFuture)) {
            isCancelledBy(future);
        }
        wake();
        return true;
    }

    /** False if it refuses; one that throws cannot be asked to end, so that at least the wait for it does. */
    private boolean isCancelledBy(Future<?> future) {
        try {
            return future.cancel(true);
        } catch (Throwable broken) {
            DroppedFailure.reportBroken("cancel() of a future", broken, driver);
            return true;
        }
    }

    /** Ends the wait for a future that has not ended although it was cancelled. */
    private boolean giveUp(String message) {
        boolean first = claimCancelled(message);
        if (first) {
            wake();
        }
        return first;
    }

    private boolean claimCancelled(String message) {
        return claim(message == null ? CANCELLED : Coroutine.failed(new CancellationException(message)));
    }

    private boolean claim(Coroutine<?> settled) {
        return OUTCOME.compareAndSet(this, null, settled);
    }

    @Override
    Object take() throws Throwable {
        Coroutine<?> settled = outcome;
        outcome = TAKEN;
        if (settled == CANCELLED) {
            throw new CancellationException();
        }
        return settled.take();
    }
}
