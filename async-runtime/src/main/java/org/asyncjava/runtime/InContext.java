package org.asyncjava.runtime;

/** A callback with the context that it runs in. Shows itself as the callback. */
record InContext(Context context, Runnable callback) implements Runnable {
    @Override
    public void run() {
        context.run(callback);
    }

    /** The context in which the innermost callback runs; null if it brings none along. */
    static Context of(Runnable callback) {
        Context context = null;
        Runnable inner = callback;
        while (inner instanceof InContext bound) {
            context = bound.context;
            inner = bound.callback;
        }
        return context;
    }

    @Override
    public String toString() {
        return String.valueOf(callback);
    }
}
