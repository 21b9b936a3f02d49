package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A hot method awaits coroutines, which run inline as part of it. HARD_CASES 20, 60. */
public class AwaitsCoroutines {
    @Async
    public static CompletableFuture<String> run(Env env) {
        String result = await(cold(env, 3));
        for (int i = 0; i < 2; i++) {
            result += await(cold(env, i)) + await(hot(env, result.length()));
        }
        try {
            await(failing(env));
        } catch (IllegalStateException e) {
            result += e.getMessage();
        }
        return CompletableFuture.completedFuture(result);
    }

    @Async
    static Coroutine<String> cold(Env env, int depth) {
        if (depth == 0) {
            return Coroutine.of(await(env.async("leaf")));
        }
        String deeper = await(cold(env, depth - 1));
        return Coroutine.of(deeper + await(hot(env, depth)));
    }

    @Async
    static CompletableFuture<Integer> hot(Env env, int number) {
        return CompletableFuture.completedFuture(number + await(env.awaitable(number)) + await(Coroutine.of(1)));
    }

    @Async
    static Coroutine<Void> failing(Env env) {
        await(env.async(1));
        await(env.failing(new IllegalStateException("failed inside")));
        return Coroutine.done();
    }
}
