import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** A loop: its variable, its list and its sum live across the await; the operand does not. */
class LoopWithAwait {
    @Async
    CompletableFuture<Integer> sum(List<CompletableFuture<Integer>> prices) {
        int sum = 0;
        for (CompletableFuture<Integer> price : prices) {
            sum += await(price);
        }
        return CompletableFuture.completedFuture(sum);
    }
}
