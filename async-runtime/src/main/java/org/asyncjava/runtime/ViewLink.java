package org.asyncjava.runtime;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Among those who wait for a future of a loop: a future for other threads that is to end as it does. */
record ViewLink<T>(LoopFutureView<T> view) implements Consumer<LoopFuture<T>> {
    @Override
    public void accept(LoopFuture<T> done) {
        Throwable failure = done.failure();
        if (failure == null) {
            view.settle(done.result(), null);
        } else {
            LogicalTrace.passes(failure, done, view);
            view.settle(null, failure);
        }
    }

    /** The loop is closed and will bring no outcome. */
    void refuse(RejectedExecutionException closed) {
        view.settle(null, closed);
    }
}
