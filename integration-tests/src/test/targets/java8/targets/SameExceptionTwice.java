package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Two waiters receive the same exception: its trace names the first one's calls, and after that it does not grow, nor does its suppressed list. HARD_CASES 36. */
public class SameExceptionTwice {
    @Async
    public static Coroutine<String> run(Env env) {
        IllegalStateException failure = new IllegalStateException("shared");
        CompletableFuture<String> shared = env.fail(failure);
        int length = 0;
        String result = "";
        for (int i = 0; i < 3; i++) {
            try {
                await(waiter(shared));
            } catch (IllegalStateException e) {
                result += (e == failure) + " " + (i == 0 || e.getStackTrace().length == length) + e.getSuppressed().length + e.getCause();
                length = e.getStackTrace().length;
            }
        }
        return Coroutine.of(result);
    }

    @Async
    private static Coroutine<String> waiter(CompletableFuture<String> shared) {
        return Coroutine.of(await(shared));
    }
}
