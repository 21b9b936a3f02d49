package demo;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;

/** Adds up prices that come later. */
public class Shop {
    /** A call whose result comes later. */
    public interface Request<T> {
        @Async
        CompletableFuture<T> send();
    }

    @Async
    public CompletableFuture<Integer> total(List<CompletableFuture<Integer>> prices) {
        int sum = 0;
        for (CompletableFuture<Integer> price : prices) {
            try {
                sum += await(price);
            } catch (IllegalArgumentException unknownPrice) {
                sum += 1;
            }
        }
        return CompletableFuture.completedFuture(sum);
    }

    @AsyncEntry
    public static int sold(List<CompletableFuture<Integer>> prices) {
        return await(new Shop().total(prices));
    }

    /** Runs when it is awaited. */
    @Async
    public Coroutine<String> receipt(Coroutine<Integer> total) {
        return Coroutine.of("total " + await(total));
    }

    /** A lambda that awaits. */
    public Request<String> labelled(CompletableFuture<Integer> price) {
        return () -> CompletableFuture.completedFuture("costs " + await(price));
    }
}
