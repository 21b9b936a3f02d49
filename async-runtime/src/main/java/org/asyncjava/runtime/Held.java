package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.concurrent.atomic.AtomicReference;

import org.asyncjava.Async;

/** A permit that is given back when this is closed, once; from any thread. */
final class Held extends AtomicReference<Runnable> implements AsyncCloseable {
    private static final long serialVersionUID = 1L;

    /** What gives a permit back. */
    interface Release extends Runnable {
        /** What it is a permit of. */
        Object owner();
    }

    private Held(Runnable release) {
        super(release);
    }

    /** What a permit is held of; null if it has been given back. */
    Object owner() {
        return get() instanceof Release release ? release.owner() : null;
    }

    /** What is held once something has been acquired; nothing lies between the two at which a request for cancellation could be delivered. */
    @Async
    static Coroutine<AsyncCloseable> after(Coroutine<Void> acquiring, Runnable release) {
        await(acquiring);
        return Coroutine.of(new Held(release));
    }

    @Override
    public Coroutine<Void> closeAsync() {
        close();
        return Coroutine.done();
    }

    @Override
    public void close() {
        Runnable release = getAndSet(null);
        if (release != null) {
            release.run();
        }
    }

    @Override
    public String toString() {
        return get() == null ? "<released>" : "<held>";
    }
}
