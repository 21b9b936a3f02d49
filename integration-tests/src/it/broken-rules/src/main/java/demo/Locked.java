package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

class Locked {
    private String last;

    @Async
    CompletableFuture<String> block(CompletableFuture<String> source) {
        synchronized (this) {
            last = await(source);
        }
        return CompletableFuture.completedFuture(last);
    }

    @Async
    synchronized CompletableFuture<String> method(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }
}
