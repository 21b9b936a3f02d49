package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

class Right {
    @Async
    CompletableFuture<String> name(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }
}
