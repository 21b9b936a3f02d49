import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** The resource lives across the await, and what was thrown across closing. */
class TryWithResources {
    static class Resource implements AutoCloseable {
        @Override
        public void close() {
        }
    }

    @Async
    static CompletableFuture<String> run(CompletableFuture<String> step) {
        try (Resource first = new Resource(); Resource second = new Resource()) {
            return CompletableFuture.completedFuture(await(step) + first + second);
        }
    }
}
