import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** HARD_CASES 15, 60, 102: creation is deferred; null stands for the object until its arguments are there. */
class ConstructorArguments {
    record Pair(Object left, Object right) {
    }

    @Async
    CompletableFuture<Pair> nested(CompletableFuture<String> f, boolean c) {
        return CompletableFuture.completedFuture(new Pair(c ? "a" : "b", new Pair(await(f), await(f))));
    }
}
