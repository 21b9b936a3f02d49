import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** A switch over strings that falls through: the hash and the string are variables without names. */
class SwitchShapes {
    @Async
    static CompletableFuture<Integer> run(String word, CompletableFuture<Integer> step) {
        int sum = 0;
        switch (word) {
            case "one":
                sum += await(step);
            case "two":
                sum += 2 * await(step);
                break;
            default:
                sum = -1;
        }
        return CompletableFuture.completedFuture(sum);
    }
}
