package scale;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Hot methods that complete one another. HARD_CASES 60. */
public class Linked {
    @Async
    public static CompletableFuture<Integer> next(CompletableFuture<Integer> previous) {
        return CompletableFuture.completedFuture(await(previous) + 1);
    }

    @Async
    public static CompletableFuture<Void> relay(CompletableFuture<Integer> in, CompletableFuture<Integer> out) {
        int value = await(in);
        out.complete(value + 1);
        return CompletableFuture.completedFuture(null);
    }

    @Async
    public static CompletableFuture<Integer> tail(CompletableFuture<Integer> gate, CompletableFuture<Integer> previous) {
        await(gate);
        return previous;
    }
}
