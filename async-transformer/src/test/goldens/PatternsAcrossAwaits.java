import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Variables that a pattern has bound, before and behind an await. */
class PatternsAcrossAwaits {
    @Async
    static CompletableFuture<Integer> run(Object value, CompletableFuture<Integer> step) {
        if (value instanceof String text && await(step) > text.length()) {
            return CompletableFuture.completedFuture(text.length() + await(step));
        }
        return CompletableFuture.completedFuture(0);
    }
}
