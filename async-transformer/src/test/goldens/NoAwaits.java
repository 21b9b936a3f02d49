import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Nothing is awaited: no states, and of a hot method no arguments to restore. */
class NoAwaits {
    @Async
    static Coroutine<String> cold(String text) {
        return Coroutine.of(text);
    }

    @Async
    CompletableFuture<String> hot(String text) {
        return CompletableFuture.completedFuture(text);
    }
}
