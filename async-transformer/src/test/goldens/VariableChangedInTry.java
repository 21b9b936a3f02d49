import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** A handler reads a variable that the try has changed: it is kept although it is written next. */
class VariableChangedInTry {
    @Async
    static CompletableFuture<Integer> run(CompletableFuture<Integer> step) {
        int value = 1;
        try {
            value = await(step);
            value = await(step) + value;
        } catch (IllegalStateException failure) {
            return CompletableFuture.completedFuture(value);
        }
        return CompletableFuture.completedFuture(0);
    }
}
