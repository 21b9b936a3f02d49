package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;

import org.asyncjava.Awaiter;

/** One wait for a foreign {@link org.asyncjava.Awaitable}. It holds the driver until that is woken. */
final class AwaiterWait extends Operand {
    private static final VarHandle DRIVER;

    static {
        try {
            DRIVER = MethodHandles.lookup().findVarHandle(AwaiterWait.class, "driver", Driver.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Awaiter<?> awaiter;
    private volatile Driver driver;
    /** What the wait ends with although the awaiter has not; null otherwise. Set before the driver is woken. */
    private CancellationException givenUp;
    /** Whether the awaiter has promised to end with a cancellation. */
    private boolean cancelled;

    AwaiterWait(Awaiter<?> awaiter) {
        this.awaiter = awaiter;
    }

    /** Stands for an awaitable that an await has found pending. */
    @Override
    boolean begin(int depth) {
        return true;
    }

    @Override
    void subscribe(Driver waiting) {
        driver = waiting;
        try {
            awaiter.onDone(this::wakeOnce);
        } catch (Throwable failure) {
            if (takeDriver() != null) {
                throw failure;
            }
            DroppedFailure.reportBroken("onDone() of an awaiter", failure, waiting);
        }
    }

    /** A callback that is called more than once is heard once, and reported. */
    private void wakeOnce() {
        Driver waiting = takeDriver();
        if (waiting != null) {
            waiting.wake();
        } else if (givenUp == null) {
            DroppedFailure.reportRepeated("an awaiter has called its callback again", null);
        }
    }

    @Override
    boolean cancel(String message) {
        try {
            boolean heard = awaiter.cancel();
            cancelled |= heard;
            return heard;
        } catch (Throwable broken) {
            DroppedFailure.reportBroken("cancel() of an awaiter", broken, driver);
            return giveUp(message);
        }
    }

    @Override
    boolean isCancelled() {
        return cancelled || givenUp != null;
    }

    /** Ends the wait without the awaiter. */
    private boolean giveUp(String message) {
        Driver waiting = takeDriver();
        if (waiting == null) {
            return false;
        }
        givenUp = new CancellationException(message);
        waiting.wake();
        return true;
    }

    /** Only one caller gets it. */
    private Driver takeDriver() {
        return (Driver) DRIVER.getAndSet(this, null);
    }

    @Override
    Object take() throws Throwable {
        if (givenUp != null) {
            throw givenUp;
        }
        return resultOf(awaiter);
    }

    /** The outcome of an awaiter that is done, at an await. */
    static Object resultOf(Awaiter<?> done) throws Throwable {
        try {
            return done.result();
        } catch (Throwable failure) {
            throw LogicalTrace.rethrown(failure, done);
        }
    }
}
