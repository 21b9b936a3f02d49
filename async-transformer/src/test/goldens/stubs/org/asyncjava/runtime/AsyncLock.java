package org.asyncjava.runtime;

/** The part of the runtime's lock that targets of rules compile against. */
public final class AsyncLock {
    public Coroutine<Void> acquire() {
        throw new UnsupportedOperationException();
    }

    public boolean tryAcquire() {
        throw new UnsupportedOperationException();
    }

    public void release() {
        throw new UnsupportedOperationException();
    }
}
