import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** An await is all that a try has, or its first or last thing. */
class AwaitAtTryEdges {
    @Async
    static CompletableFuture<Integer> run(CompletableFuture<Integer> step) {
        int caught = 0;
        try {
            await(step);
        } catch (RuntimeException failure) {
            caught++;
        }
        try {
            caught += 2;
            await(step);
        } catch (RuntimeException failure) {
            caught++;
        }
        try {
            await(step);
            caught += 3;
        } catch (RuntimeException failure) {
            caught++;
        }
        return CompletableFuture.completedFuture(caught);
    }
}
