package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Futures, stages that cannot be asked whether they are done, awaitables of a user, values. HARD_CASES 83. */
public class KindsOfOperands {
    @Async
    public static Coroutine<String> run(Env env) {
        CompletionStage<String> stage = env.stage("stage");
        Awaitable<Long> awaitable = env.awaitable(2L);
        CompletableFuture<Integer> future = env.async(3);
        String result = await(stage) + await(awaitable) + await(future) + await(future);
        result += await(env.async(4).thenApply(x -> x + 1)) + await(env.stage(5).thenCombine(env.async(6), Integer::sum));
        result += await(Coroutine.of("value"));
        Coroutine<String> value = Coroutine.of("twice");
        result += await(value) + await(value);
        try {
            await(env.failing(new IllegalStateException("awaitable fails")));
        } catch (IllegalStateException e) {
            result += e.getMessage();
        }
        long wide = await(env.awaitable(1L << 40)) + await(env.stage(1));
        return Coroutine.of(result + wide);
    }
}
