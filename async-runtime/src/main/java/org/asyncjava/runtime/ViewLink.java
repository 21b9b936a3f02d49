package org.asyncjava.runtime;

import java.util.concurrent.RejectedExecutionException;

/** Among those who wait for a future of a loop: a future for other threads that is to end as it does. */
record ViewLink<T>(LoopFutureView<T> view) implements OutsideWaiter<T> {
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

    @Override
    public void refuse(RejectedExecutionException closed) {
        view.settle(null, closed);
    }
}
