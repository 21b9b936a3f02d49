package org.asyncjava.runtime;

import java.util.function.Consumer;

/** A callback with the context that it was registered in. */
record ContextCallback<T>(Context context, Consumer<T> callback) implements Consumer<T> {
    @Override
    public void accept(T future) {
        context.run(() -> callback.accept(future));
    }

    /** What the program has registered. */
    static Object unwrapped(Object callback) {
        return callback instanceof ContextCallback<?> bound ? bound.callback : callback;
    }
}
