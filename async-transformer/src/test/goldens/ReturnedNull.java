import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Null is returned: the runtime follows it, and finds a mistake. */
class ReturnedNull {
    @Async
    static Coroutine<String> cold(Coroutine<String> step) {
        await(step);
        return null;
    }

    @Async
    static CompletableFuture<String> hot(CompletableFuture<String> step) {
        await(step);
        return null;
    }
}
