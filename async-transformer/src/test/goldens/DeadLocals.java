import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** HARD_CASES 79: what is not read any more is not kept, and the debugger does not show it. */
class DeadLocals {
    @Async
    CompletableFuture<Integer> twice(byte[] big, CompletableFuture<Integer> f) {
        int length = big.length;
        Integer first = await(f);
        int sum = first + length;
        Integer second = await(f);
        return CompletableFuture.completedFuture(sum + second);
    }
}
