package org.asyncjava.runtime;

import java.util.concurrent.atomic.AtomicReference;

import org.asyncjava.Awaiter;

/** One wait for a foreign {@link org.asyncjava.Awaitable}. Its reference holds the driver until that is woken. */
final class AwaiterWait extends AtomicReference<Driver> implements Leaf {
    private static final long serialVersionUID = 1L;

    private final transient Awaiter<?> awaiter;

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
        }
    }

    /** A callback that is called more than once is heard once. */
    private void wakeOnce() {
        Driver driver = getAndSet(null);
        if (driver != null) {
            driver.wake();
        }
    }

    @Override
    public boolean cancel(String message) {
        return awaiter.cancel();
    }

    @Override
    public Object take() throws Throwable {
        return awaiter.result();
    }
}
