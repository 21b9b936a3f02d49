import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** A monitor that is left before the await: its handler covers nothing that suspends. */
class SynchronizedWithoutAwait {
    private int count;

    @Async
    CompletableFuture<Integer> run(CompletableFuture<Integer> step) {
        int before;
        synchronized (this) {
            before = count++;
        }
        return CompletableFuture.completedFuture(before + await(step));
    }
}
