package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.asyncjava.Awaiter;

/** One wait for a foreign {@link org.asyncjava.Awaitable}. Its reference holds the driver until that is woken. */
final class AwaiterWait extends AtomicReference<Driver> implements Leaf {
    private static final long serialVersionUID = 1L;

    private final transient Awaiter<?> awaiter;
    /** What the wait ends with although the awaiter has not; null otherwise. Set before the driver is woken. */
    private transient CancellationException givenUp;
    /** Whether the awaiter has promised to end with a cancellation. */
    private transient boolean cancelled;

    AwaiterWait(Awaiter<?> awaiter) {
        this.awaiter = awaiter;
    }

    @Override
    public void subscribe(Driver driver) {
        set(driver);
        try {
            awaiter.onDone(this::wakeOnce);
        } catch (Throwable failure) {
            if (getAndSet(null) != null) {
                throw failure;
            }
            DroppedFailure.reportBroken("onDone() of an awaiter", failure, driver);
        }
    }

    /** A callback that is called more than once is heard once, and reported. */
    private void wakeOnce() {
        Driver driver = getAndSet(null);
        if (driver != null) {
            driver.wake();
        } else if (givenUp == null) {
            DroppedFailure.reportRepeated("an awaiter has called its callback again", null);
        }
    }

    @Override
    public boolean cancel(String message) {
        try {
            boolean heard = awaiter.cancel();
            cancelled |= heard;
            return heard;
        } catch (Throwable broken) {
            DroppedFailure.reportBroken("cancel() of an awaiter", broken, get());
            return giveUp(message);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled || givenUp != null;
    }

    /** Ends the wait without the awaiter. */
    private boolean giveUp(String message) {
        Driver driver = getAndSet(null);
        if (driver == null) {
            return false;
        }
        givenUp = new CancellationException(message);
        driver.wake();
        return true;
    }

    @Override
    public Object take() throws Throwable {
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
