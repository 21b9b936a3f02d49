package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;

class Shop {
    int total(CompletableFuture<Integer> price) {
        return 1 + await(price);
    }

    @Async
    CompletableFuture<Integer> slow(CompletableFuture<Integer> price) throws InterruptedException {
        Thread.sleep(1);
        slow(price);
        return CompletableFuture.completedFuture(await(price));
    }

    @Async
    CompletableFuture<Integer> empty() {
        return null;
    }

    AsyncSupplier<Integer> fromAnotherJar(CompletableFuture<Integer> price) {
        return () -> org.asyncjava.runtime.Coroutine.of(await(price));
    }
}
