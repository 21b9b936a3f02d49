import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Parts of a text wait on the operand stack. */
class StringConcatenation {
    @Async
    static CompletableFuture<String> run(CompletableFuture<String> step, int number) {
        return CompletableFuture.completedFuture("a" + number + await(step) + "b" + await(step));
    }
}
