import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** javac copies the finally block: its awaits get their tails in front. */
class FinallyCopies {
    @Async
    CompletableFuture<String> guarded(CompletableFuture<String> body, CompletableFuture<String> last) {
        String log = "";
        try {
            log += await(body);
        } catch (IllegalStateException e) {
            log += e.getMessage();
        } finally {
            log += await(last);
        }
        return CompletableFuture.completedFuture(log);
    }
}
