package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.CoroutineDump;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Task;

/** Two transfers lock two accounts in two orders; whoever watches prints what everybody waits for. */
public final class Deadlock {
    private final AsyncLock savings = new AsyncLock();
    private final AsyncLock current = new AsyncLock();

    private Deadlock() {
    }

    @Async
    private static Coroutine<Void> transfer(AsyncLock from, AsyncLock to) {
        try (var one = await(from.hold())) {
            await(Coroutines.sleep(Duration.ofMillis(1)));
            try (var other = await(to.hold())) {
                return Coroutine.done();
            }
        }
    }

    @Async
    private Coroutine<Void> both() {
        await(Coroutines.gather(transfer(savings, current), transfer(current, savings)));
        return Coroutine.done();
    }

    /**
     * Gets stuck, and says so after a second.
     *
     * @return the dump
     */
    @AsyncEntry
    public static String run() {
        Task<Void> transfers = Coroutines.createTask(new Deadlock().both(), "transfers");
        await(Coroutines.sleep(Duration.ofSeconds(1)));
        String dump = CoroutineDump.text();
        transfers.cancel();
        try {
            await(transfers);
        } catch (CancellationException asked) {
            return dump;
        }
        throw new IllegalStateException("the transfers have ended");
    }

    /**
     * Prints the dump.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        System.out.println(run());
    }
}
