import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** A variable that has a value on one way to the await only is not kept. */
class SlotSetOnOneBranch {
    @Async
    static CompletableFuture<Integer> run(CompletableFuture<Integer> step, boolean set) {
        int value;
        if (set) {
            value = 1;
        }
        int result = await(step);
        value = result;
        return CompletableFuture.completedFuture(value);
    }
}
