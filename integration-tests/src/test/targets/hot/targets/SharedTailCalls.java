package targets;

import static org.asyncjava.Await.await;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;

/** The future that a tail call returns may be known to others: to a cache, or to a method that was called on the way. HARD_CASES 60. */
@Prints({"async 0", "async 0", "async 0", "async 0", "async 0", "cached 3", "same 3", "async 0", "async 0", "async 0", "async 0", "thrown then 2", "memo 1",
    "cancelled true", "returned end"})
public class SharedTailCalls {
    private static final Map<Integer, CompletableFuture<Integer>> CACHE = new HashMap<>();

    @Async
    public static CompletableFuture<String> run(Env env) {
        CACHE.clear();
        env.log("cached ", await(throughCache(env, 3)));
        env.log("same ", await(CACHE.get(3)));
        env.log("thrown then ", await(thrownThenStored(env, 2)));
        env.log("memo ", await(CACHE.get(-2)) - 1);
        CompletableFuture<Integer> gate = new CompletableFuture<>();
        CompletableFuture<Integer> chain = endsWith(env, gate);
        gate.complete(1);
        CompletableFuture<Integer> last = CACHE.get(100);
        chain.cancel(false);
        env.log("cancelled ", last.isCancelled());
        return CompletableFuture.completedFuture("end");
    }

    @Async
    static CompletableFuture<Integer> throughCache(Env env, int number) {
        await(env.async(0));
        return stored(env, number);
    }

    /** Not async: whoever looks into the cache sees the future that the caller ends with. */
    static CompletableFuture<Integer> stored(Env env, int number) {
        CompletableFuture<Integer> future = counted(env, number, number);
        CACHE.put(number, future);
        return future;
    }

    @Async
    static CompletableFuture<Integer> counted(Env env, int number, int steps) {
        await(env.async(0));
        if (steps == 0) {
            return CompletableFuture.completedFuture(number);
        }
        return counted(env, number, steps - 1);
    }

    @Async
    static CompletableFuture<Integer> thrownThenStored(Env env, int number) {
        await(env.async(0));
        try {
            return refused();
        } catch (IllegalStateException e) {
            CompletableFuture<Integer> kept = counted(env, number, number);
            CACHE.put(-number, kept);
            return kept;
        }
    }

    static CompletableFuture<Integer> refused() {
        throw new IllegalStateException("no");
    }

    @Async
    static CompletableFuture<Integer> endsWith(Env env, CompletableFuture<Integer> gate) {
        await(gate);
        return waiting();
    }

    @Async
    static CompletableFuture<Integer> waiting() {
        CompletableFuture<Integer> never = new CompletableFuture<>();
        CACHE.put(100, never);
        return CompletableFuture.completedFuture(await(never));
    }
}
