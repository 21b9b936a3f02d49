import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

class ReturnWithoutValue {
    @Async
    CompletableFuture<Void> early(CompletableFuture<String> source, boolean wanted) {
        if (!wanted) {
            return; // AJ112
        }
        await(source);
        return CompletableFuture.completedFuture(null);
    }

    void plain() {
        return;
    }
}
