import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Awaits in conditions and in both branches of one. */
class TernaryAndShortCircuit {
    @Async
    static CompletableFuture<Integer> run(CompletableFuture<Boolean> test, CompletableFuture<Integer> step) {
        int value = 10 + (await(test) ? await(step) : -1);
        return await(test) && await(test) ? CompletableFuture.completedFuture(value) : CompletableFuture.completedFuture(0);
    }
}
