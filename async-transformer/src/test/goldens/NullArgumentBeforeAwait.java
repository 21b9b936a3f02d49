import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Null on the operand stack is made again. */
class NullArgumentBeforeAwait {
    @Async
    static CompletableFuture<String> run(CompletableFuture<String> step) {
        return CompletableFuture.completedFuture(String.join(null, "a", await(step)));
    }
}
