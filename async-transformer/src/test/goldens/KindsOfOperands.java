import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.runtime.Coroutine;

/** Stages and awaitables are awaited by calls of their own. */
class KindsOfOperands {
    @Async
    static Coroutine<String> run(CompletionStage<String> stage, CompletableFuture<String> future, Coroutine<String> coroutine,
            Awaitable<String> any) {
        return Coroutine.of(await(stage) + await(future) + await(coroutine) + await(any));
    }
}
