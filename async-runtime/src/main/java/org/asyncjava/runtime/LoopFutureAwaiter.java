package org.asyncjava.runtime;

import org.asyncjava.Awaiter;

/** Awaits a {@link LoopFuture} by hand. */
final class LoopFutureAwaiter<T> implements Awaiter<T> {
    private final LoopFuture<T> future;

    LoopFutureAwaiter(LoopFuture<T> future) {
        this.future = future;
    }

    @Override
    public boolean isDone() {
        return future.isDone();
    }

    @Override
    public T result() throws Throwable {
        return future.outcome();
    }

    @Override
    public void onDone(Runnable callback) {
        future.addDoneCallback(done -> callback.run());
    }

    @Override
    public boolean cancel() {
        return future.cancel();
    }
}
