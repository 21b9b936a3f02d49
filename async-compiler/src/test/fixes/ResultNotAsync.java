package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;

class ResultNotAsync {
    @Async
    long count(CompletableFuture<Long> count) {
        return await(count);
    }

    @Async
    @AsyncEntry
    CompletableFuture<Long> both(CompletableFuture<Long> count) {
        return CompletableFuture.completedFuture(await(count));
    }
}
