package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

class Shop {
    private final Supplier supplier = new Supplier();

    @Async
    CompletableFuture<Integer> offer(String name) {
        Coroutine<Integer> discount = supplier.discountOf(name);
        int price = await(supplier.priceOf(name));
        return CompletableFuture.completedFuture(price - await(discount));
    }

    int total(String name, int pieces) {
        return pieces * await(offer(name));
    }
}
