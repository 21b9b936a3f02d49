package demo;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

class Supplier {
    @Async
    CompletableFuture<Integer> priceOf(String name) {
        await(sleep(Duration.ofMillis(100)));
        return CompletableFuture.completedFuture(name.length() * 100);
    }

    @Async
    Coroutine<Integer> discountOf(String name) {
        await(sleep(Duration.ofMillis(10)));
        return Coroutine.of(priceOf(name).join() / 10);
    }
}
