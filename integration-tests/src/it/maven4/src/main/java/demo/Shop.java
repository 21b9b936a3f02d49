package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

public final class Shop {
    private Shop() {
    }

    @Async
    public static CompletableFuture<Integer> total(CompletableFuture<Integer> first, CompletableFuture<Integer> second) {
        int sum = 0;
        try {
            sum += await(first);
            for (int i = 0; i < 2; i++) {
                sum += await(second);
            }
        } finally {
            sum++;
        }
        return CompletableFuture.completedFuture(sum);
    }
}
