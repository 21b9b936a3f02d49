package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A wait for stages that may have a limit of time.
 *
 * @param <R> the type of the result
 */
abstract class LimitedWait<R> extends JointWait<R> {
    /** No limit of time. */
    static final long UNLIMITED = -1;

    /** The limit, or {@link #UNLIMITED}. */
    final long nanos;
    private volatile WaitTimer timer;
    /** Whether stages may outlive the wait, so that they must not be left with what is registered there. Completed when it is over. */
    private final CompletableFuture<Object> over;

    LimitedWait(Object[] operands, long nanos, CompletableFuture<Object> over) {
        super(operands);
        this.nanos = nanos;
        this.over = over;
    }

    @Override
    final void begun() {
        if (nanos == 0) {
            timeIsUp(Driver::wake);
        } else if (nanos != UNLIMITED) {
            WaitTimer started = WaitTimer.start(this, nanos);
            timer = started;
            if (isDone()) {
                started.stop();
            }
        }
    }

    /** The limit is reached, and nothing has been given up. */
    void timeRunsOut() {
    }

    /** Ends the wait. */
    final void timeIsUp(Consumer<Driver> how) {
        timeRunsOut();
        giveUp(TO_BE_COLLECTED, how);
    }

    /**
     * {@code handle} cannot be taken back. What {@code anyOf} registers can: when one of its futures is done it clears away what it has left with the
     * others.
     */
    @Override
    final void listen(CompletableFuture<?> future, BiFunction<Object, Throwable, Object> function) {
        if (over == null) {
            super.listen(future, function);
        } else {
            CompletableFuture.anyOf(future, over).handle((value, failure) -> future.isDone() ? function.apply(value, failure) : null);
        }
    }

    @Override
    final boolean isLimited() {
        return nanos != UNLIMITED;
    }

    @Override
    final void settled() {
        WaitTimer started = timer;
        if (started != null) {
            started.stop();
        }
        if (over != null) {
            over.complete(null);
        }
    }
}
