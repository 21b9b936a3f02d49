package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A future of this library's. To block for it is safe where that can be, and refused where it would never end. */
abstract class OwnFuture<T> extends CompletableFuture<T> {
    @Override
    public final boolean isDone() {
        return super.isDone();
    }

    /** What {@code join} returns or throws. Does not block: for who knows that the future is done. */
    final T result() {
        return super.join();
    }

    @Override
    public final T join() {
        Blocking.begin(this);
        return super.join();
    }

    @Override
    public final T get() throws InterruptedException, ExecutionException {
        Blocking.begin(this);
        return super.get();
    }

    @Override
    public final T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        Blocking.begin(this);
        return super.get(timeout, unit);
    }
}
