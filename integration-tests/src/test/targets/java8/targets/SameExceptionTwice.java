package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Two waiters receive the same exception: its trace and its suppressed list do not grow. HARD_CASES 36. */
public class SameExceptionTwice {
    @Async
    public static Coroutine<String> run(Env env) {
        IllegalStateException failure = new IllegalStateException("shared");
        CompletableFuture<String> shared = env.fail(failure);
        int length = failure.getStackTrace().length;
        String result = "";
        for (int i = 0; i < 3; i++) {
            try {
                await(shared);
            } catch (IllegalStateException e) {
                result += (e == failure) + " " + (e.getStackTrace().length == length) + e.getSuppressed().length + e.getCause();
            }
        }
        return Coroutine.of(result);
    }
}
