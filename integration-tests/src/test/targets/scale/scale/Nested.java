package scale;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Awaits that nest. HARD_CASES 60. */
public class Nested {
    @Async
    public static Coroutine<Long> deep(int depth, Supplier<CompletableFuture<Integer>> operands) {
        if (depth == 0) {
            return Coroutine.of((long) await(operands.get()));
        }
        return Coroutine.of(1 + await(deep(depth - 1, operands)));
    }

    @Async
    public static Coroutine<Long> failing(int depth, Supplier<CompletableFuture<Integer>> operands) {
        try {
            if (depth == 0) {
                await(operands.get());
                throw new IllegalStateException("innermost");
            }
            await(failing(depth - 1, operands));
        } finally {
            count++;
        }
        return Coroutine.of(0L);
    }

    /** How many finally blocks ran. */
    public static int count;
}
