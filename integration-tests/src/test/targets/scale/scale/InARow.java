package scale;

import static org.asyncjava.Await.await;

import java.util.function.Supplier;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Very many awaits in one method. HARD_CASES 58, 59, 60. */
public class InARow {
    @Async
    public static Coroutine<Long> ofFutures(int count, Supplier<CompletableFuture<Integer>> operands) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += await(operands.get());
        }
        return Coroutine.of(sum);
    }

    @Async
    public static Coroutine<Long> ofCalls(int count, Supplier<CompletableFuture<Integer>> operands) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += await(one(operands));
        }
        return Coroutine.of(sum);
    }

    @Async
    static Coroutine<Integer> one(Supplier<CompletableFuture<Integer>> operands) {
        int one = await(operands.get());
        return Coroutine.of(one);
    }

    @Async
    public static Coroutine<Long> neverReached(int count, Supplier<CompletableFuture<Integer>> operands) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum++;
            if (sum < 0) {
                await(operands.get());
            }
        }
        return Coroutine.of(sum);
    }

    @Async
    public static Coroutine<Long> tailCalls(int count, Supplier<CompletableFuture<Integer>> operands) {
        int more = await(operands.get());
        if (count == 0) {
            return Coroutine.of((long) more);
        }
        return tailCalls(count - more, operands);
    }
}
