package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

public final class Work {
    private Work() {
    }

    @Async
    public static CompletableFuture<Integer> plusOne(CompletableFuture<Integer> number) {
        return CompletableFuture.completedFuture(await(number) + 1);
    }
}
