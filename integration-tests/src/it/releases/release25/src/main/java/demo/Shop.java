package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

public class Shop {
    private int count;

    private final class Basket {
        @Async
        private CompletableFuture<String> add(CompletableFuture<String> word) {
            count++;
            String first = await(word) + ":" + await(word);
            return CompletableFuture.completedFuture(first + count);
        }
    }

    public CompletableFuture<String> basket(CompletableFuture<String> word) {
        return new Basket().add(word);
    }
}
