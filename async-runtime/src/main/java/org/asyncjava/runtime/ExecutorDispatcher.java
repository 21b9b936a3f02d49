package org.asyncjava.runtime;

import java.util.concurrent.Executor;

/** A dispatcher that is any executor; equal to another one of the same executor. */
record ExecutorDispatcher(Executor executor) implements Dispatcher {
    @Override
    public void execute(Runnable resumption) {
        executor.execute(resumption);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExecutorDispatcher that && that.executor == executor;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(executor);
    }
}
