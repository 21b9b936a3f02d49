import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Booleans, bytes, characters and shorts share fields of type int. */
class NarrowTypes {
    @Async
    static CompletableFuture<Integer> run(CompletableFuture<Integer> step, boolean a, byte b, char c, short d, float e) {
        int sum = await(step) + (a ? b : c) + d;
        byte narrow = (byte) sum;
        return CompletableFuture.completedFuture(narrow + await(step) + (int) e);
    }
}
