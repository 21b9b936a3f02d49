package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.util.concurrent.locks.LockSupport;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** A step that blocks its loop for a while. In debug mode it is reported, with the line. */
public final class SlowCallback {
    private SlowCallback() {
    }

    private static void parse(long milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @Async
    private static Coroutine<Void> load() {
        await(Coroutines.yieldNow());
        parse(300);
        await(Coroutines.yieldNow());
        return Coroutine.done();
    }

    /**
     * Is slow.
     *
     * @param args not used
     */
    @AsyncEntry
    public static void main(String[] args) {
        await(Coroutines.createTask(load(), "loader"));
    }
}
