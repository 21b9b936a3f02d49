import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** An object without its constructor call lies under a branch that awaits. */
class UninitialisedUnderBranch {
    @Async
    static CompletableFuture<StringBuilder> run(CompletableFuture<String> step, boolean test) {
        return CompletableFuture.completedFuture(new StringBuilder(test ? await(step) : "none"));
    }
}
