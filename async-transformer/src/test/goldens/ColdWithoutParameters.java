import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A cold method with nothing to restore at its start: the dispatch and the user's first instruction are one place, with one frame. */
class ColdWithoutParameters {
    @Async
    static Coroutine<String> first() {
        return Coroutine.of(await(CompletableFuture.completedFuture("x")));
    }
}
