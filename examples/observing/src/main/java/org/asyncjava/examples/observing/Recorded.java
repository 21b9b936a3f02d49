package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.time.Duration;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Task;

/** Two orders that need the same stock, one that is refused, and an invoice that keeps all others from running: for a recording of the flight recorder. */
public final class Recorded {
    private final AsyncLock stock = new AsyncLock();

    private Recorded() {
    }

    @Async
    private Coroutine<Void> order() {
        try (var held = await(stock.hold())) {
            await(Coroutines.sleep(Duration.ofMillis(50)));
            return Coroutine.done();
        }
    }

    @Async
    private Coroutine<Void> refused() {
        await(Coroutines.sleep(Duration.ofMillis(50)));
        throw new IllegalStateException("out of stock");
    }

    @Async
    private Coroutine<Void> invoice(Task<?> order) {
        await(order);
        block(Duration.ofMillis(150));
        return Coroutine.done();
    }

    private static void block(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /**
     * Runs them.
     *
     * @param args not used
     */
    @AsyncEntry
    public static void main(String[] args) {
        Recorded shop = new Recorded();
        Task<Void> first = Coroutines.createTask(shop.order(), "first order");
        Task<Void> second = Coroutines.createTask(shop.order(), "second order");
        Task<Void> refused = Coroutines.createTask(shop.refused(), "refused order");
        Task<Void> invoice = Coroutines.createTask(shop.invoice(second), "invoice");
        Task<Void> unwanted = Coroutines.createTask(Coroutines.sleep(Duration.ofDays(1)), "unwanted order");
        await(Coroutines.gatherOutcomes(first, second, refused, invoice));
        unwanted.cancel();
        await(Coroutines.gatherOutcomes(unwanted));
    }
}
