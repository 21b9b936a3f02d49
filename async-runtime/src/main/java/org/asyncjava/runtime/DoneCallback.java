package org.asyncjava.runtime;

import java.util.function.Consumer;

/** A callback that is to be told of a future's outcome. */
record DoneCallback<T>(LoopFuture<T> future, Consumer<? super LoopFuture<T>> callback) implements Runnable {
    @Override
    public void run() {
        callback.accept(future);
    }

    Context context() {
        return callback instanceof ContextCallback<?> bound ? bound.context() : null;
    }

    @Override
    public String toString() {
        return String.valueOf(ContextCallback.unwrapped(callback));
    }
}
