package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.asyncjava.Async;

public class FutureInAsync {
    @Async
    CompletableFuture<String> names(CompletableFuture<String> one, Future<String> other) throws Exception {
        String name = one.thenApply(String::trim)
                .join();
        name += one.get().trim();
        name += other.get();
        try {
            name += one.join();
        } catch (CompletionException failed) {
            name += failed.getCause();
        }
        return CompletableFuture.completedFuture(await(one) + name);
    }
}
