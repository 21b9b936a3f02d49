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
final class StageWait implements Leaf, BiFunction<Object, Throwable, Object> {
    private static final VarHandle OUTCOME;

    static {
        try {
            OUTCOME = MethodHandles.lookup().findVarHandle(StageWait.class, "outcome", Coroutine.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Of {@code CompletableFuture.minimalCompletionStage()}: a subclass of CompletableFuture that refuses nearly everything. */
    private static final Class<?> MINIMAL_STAGE = CompletableFuture.completedStage(null).getClass();

    private final CompletionStage<?> stage;
    /** Set by {@link #subscribe}, before the stage knows of this wait. */
    private volatile Driver driver;
    /** Null while waiting. */
    private volatile Coroutine<?> outcome;

    private StageWait(CompletionStage<?> stage) {
        this.stage = stage;
    }

    /** Tells whether an awaiting body must suspend itself; a stage that cannot be asked counts as pending. */
    static boolean isPending(CompletionStage<?> stage) {
        return !(stage instanceof CompletableFuture<?> future && isFullFuture(future)) || !future.isDone();
    }

    /** A wait for a stage that cannot be asked or cancelled. */
    static StageWait of(CompletionStage<?> stage) {
        return new StageWait(stage);
    }

    /** Tells whether a future supports {@code isDone}, {@code join} and {@code cancel}: all but the JDK's minimal stages do. */
    static boolean isFullFuture(CompletableFuture<?> future) {
        return future.getClass() != MINIMAL_STAGE;
    }

    /** Tells whether a future behaves as the JDK's own: it is awaited directly. */
    static boolean isPlain(CompletableFuture<?> future) {
        return future.getClass() == CompletableFuture.class || future instanceof HotCall || future instanceof OwnFuture;
    }

    /**
     * Wakes a driver when a future is done. A driver that is a function of a stage's outcome is registered itself.
     *
     * @throws RuntimeException what a subclass's {@code handle} throws
     */
    static void subscribe(CompletableFuture<?> future, Driver driver) {
        if (driver instanceof HotResumption resumption) {
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

    @Override
    public void subscribe(Driver waiting) {
        driver = waiting;
        try {
            stage.handle(this);
        } catch (Throwable failure) {
            if (claim(Coroutine.failed(failure))) {
                throw failure;
            }
            DroppedFailure.reportBroken("handle() of a stage", failure, waiting);
        }
    }

    @Override
    public Object apply(Object value, Throwable failure) {
        if (failure == null ? claim(Coroutine.of(value)) : claimFailure(StageOutcome.unwrapped(failure))) {
            driver.wake();
        }
        return null;
    }

    private boolean claimFailure(Throwable failure) {
        LogicalTrace.reaches(failure, driver);
        return claim(Coroutine.failed(failure));
    }

    /** Cancels the stage if it is a {@link Future}, and ends the wait with a {@link CancellationException} unless the stage refuses. */
    @Override
    public boolean cancel(String message) {
        if (driver == null || outcome != null) {
            return false;
        }
        if (stage instanceof CompletableFuture<?> future && isFullFuture(future)) {
            return isCancelledBy(future) && (giveUp(message) || outcome != null);
        }
        if (!claim(Coroutine.failed(new CancellationException(message)))) {
            return false;
        }
        if (stage instanceof Future<?> future && !(stage instanceof CompletableFuture)) {
            isCancelledBy(future);
        }
        driver.wake();
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
        boolean first = claim(Coroutine.failed(new CancellationException(message)));
        if (first) {
            driver.wake();
        }
        return first;
    }

    private boolean claim(Coroutine<?> settled) {
        return OUTCOME.compareAndSet(this, null, settled);
    }

    @Override
    public Object take() throws Throwable {
        return outcome.take();
    }
}
