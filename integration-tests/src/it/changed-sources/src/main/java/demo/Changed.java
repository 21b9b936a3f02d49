package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

public class Changed {
    @Async
    CompletableFuture<String> slow(CompletableFuture<String> word) {
        return CompletableFuture.completedFuture(await(word));
    }
}
