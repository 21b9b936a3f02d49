import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** What another call returns is returned: a tail call where the call is the last thing, and no cold one is. */
class TailCalls {
    @Async
    static CompletableFuture<String> direct(CompletableFuture<String> step, int turns) {
        await(step);
        return direct(step, turns - 1);
    }

    @Async
    static CompletableFuture<String> field(CompletableFuture<String> step) {
        await(step);
        return step;
    }

    @Async
    static Coroutine<String> cold(Coroutine<String> step) {
        await(step);
        return cold(step);
    }
}
