import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** A finally block within a loop is copied for what leaves it. */
class LoopsWithFinally {
    @Async
    static CompletableFuture<Integer> run(List<CompletableFuture<Integer>> steps, CompletableFuture<Void> close) {
        int sum = 0;
        for (CompletableFuture<Integer> step : steps) {
            try {
                int value = await(step);
                if (value < 0) {
                    break;
                }
                sum += value;
            } finally {
                await(close);
            }
        }
        return CompletableFuture.completedFuture(sum);
    }
}
