package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

public class Kept {
    @Async
    CompletableFuture<String> name(CompletableFuture<String> word) {
        return CompletableFuture.completedFuture(await(word));
    }
}
