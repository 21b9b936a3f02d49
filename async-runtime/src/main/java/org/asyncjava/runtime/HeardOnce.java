package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** Waits for a future whose {@code handle} a program may have written. Its reference holds the driver until that is woken. */
final class HeardOnce extends AtomicReference<Driver> implements BiFunction<Object, Throwable, Object> {
    private static final long serialVersionUID = 1L;

    private HeardOnce(Driver driver) {
        super(driver);
    }

    /**
     * Wakes a driver when a future is done, once.
     *
     * @throws RuntimeException what {@code handle} throws, unless it has called back before that
     */
    static void subscribe(CompletableFuture<?> future, Driver driver) {
        HeardOnce once = new HeardOnce(driver);
        try {
            future.handle(once);
        } catch (Throwable failure) {
            if (once.getAndSet(null) != null) {
                throw failure;
            }
            DroppedFailure.reportBroken("handle() of a future", failure, driver);
        }
    }

    @Override
    public Object apply(Object value, Throwable failure) {
        Driver driver = getAndSet(null);
        if (driver == null) {
            DroppedFailure.reportRepeated("a future has called the function of its handle() again", null);
            return null;
        }
        if (failure != null) {
            LogicalTrace.reaches(failure, driver);
        }
        driver.wake();
        return null;
    }
}
