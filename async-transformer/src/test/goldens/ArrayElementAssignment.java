import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Array and index lie on the stack, and with a compound assignment the old element. */
class ArrayElementAssignment {
    @Async
    static CompletableFuture<Long> run(CompletableFuture<Integer> step, long[] values, int at) {
        values[at++] = await(step);
        values[at] += await(step);
        return CompletableFuture.completedFuture(values[at]);
    }
}
