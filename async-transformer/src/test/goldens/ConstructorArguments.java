import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** HARD_CASES 15, 60, 102: creation is deferred; null stands for the object until its arguments are there. */
class ConstructorArguments {
    record Pair(int left, Object right) {
    }

    @Async
    CompletableFuture<Pair> nested(CompletableFuture<String> f, boolean c) {
        return CompletableFuture.completedFuture(new Pair(c ? 1 : 2, new Pair(await(f).length(), await(f))));
    }
}
