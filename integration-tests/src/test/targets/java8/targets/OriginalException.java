package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** The failure itself arrives: one CompletionException of a stage is taken off and nothing else. HARD_CASES 32. */
public class OriginalException {
    @Async
    public static Coroutine<String> run(Env env) {
        Throwable[] failures = {
            new IllegalStateException("plain"),
            new CompletionException(new IllegalStateException("wrapped once")),
            new CompletionException(new CompletionException(new IllegalStateException("wrapped twice"))),
            new CompletionException("without cause", null),
            new ExecutionException(new IllegalStateException("of an executor")),
            new CancellationException("cancelled")};
        String result = "";
        for (Throwable failure : failures) {
            CompletableFuture<Object> direct = env.fail(failure);
            result += await(caught(env, direct)) + await(caught(env, env.fail(failure).thenApply(value -> value)));
        }
        CompletableFuture<Object> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);
        result += await(caught(env, cancelled)) + await(caught(env, cancelled.thenRun(() -> { })));
        return Coroutine.of(result);
    }

    @Async
    static Coroutine<String> caught(Env env, CompletableFuture<?> future) {
        try {
            await(future);
            return Coroutine.of("not failed");
        } catch (Throwable t) {
            String text = t + " caused by " + t.getCause() + ";";
            env.log(text);
            return Coroutine.of(text);
        }
    }
}
