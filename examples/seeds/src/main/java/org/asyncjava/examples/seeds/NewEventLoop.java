package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;

/** Program 13: a loop made, used and closed by hand. */
public final class NewEventLoop {
    private NewEventLoop() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (EventLoop loop = new EventLoop()) {
            loop.runUntilComplete(anyAsyncTask());
        }
    }

    @Async
    private static Coroutine<Void> anyAsyncTask() {
        await(sleep(ofSeconds(1)));
        return Coroutine.done();
    }
}
