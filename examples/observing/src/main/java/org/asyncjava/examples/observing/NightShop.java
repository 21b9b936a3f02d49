package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.TaskGroup;

/** A shop that is stuck at three in the morning: two tasks have locked what the other one needs, and all others wait for them. */
public final class NightShop {
    private final AsyncLock stock = new AsyncLock();
    private final AsyncLock ledger = new AsyncLock();
    private final AsyncQueue<String> orders = new AsyncQueue<>();
    private final CompletableFuture<String> bank = new CompletableFuture<>();

    private NightShop() {
    }

    @Async
    private Coroutine<Void> deliver() {
        try (var goods = await(stock.hold())) {
            await(Coroutines.yieldNow());
            try (var book = await(ledger.hold())) {
                orders.putNow("delivered");
            }
        }
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> count() {
        try (var book = await(ledger.hold())) {
            await(Coroutines.yieldNow());
            try (var goods = await(stock.hold())) {
                orders.putNow("counted");
            }
        }
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> serve() {
        while (true) {
            pack(await(orders.take()));
        }
    }

    private static void pack(String order) {
        System.out.println(order);
    }

    @Async
    private CompletableFuture<String> pay() {
        return CompletableFuture.completedFuture(await(bank) + ", paid");
    }

    @Async
    private Coroutine<Void> book() {
        await(pay());
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> open() {
        await(TaskGroup.open(group -> {
            group.createTask(deliver(), "deliver");
            group.createTask(count(), "count");
            group.createTask(serve(), "serve 1");
            group.createTask(serve(), "serve 2");
            group.createTask(book(), "book");
            return Coroutine.done();
        }));
        return Coroutine.done();
    }

    /**
     * Opens the shop; says when nothing goes on any more.
     *
     * @param args not used
     */
    @AsyncEntry
    public static void main(String[] args) {
        var shop = Coroutines.createTask(new NightShop().open(), "shop");
        for (int i = 0; i < 10; i++) {
            await(Coroutines.yieldNow());
        }
        Coroutines.currentLoop().callSoon(() -> System.out.println("open"));
        await(shop);
    }
}
