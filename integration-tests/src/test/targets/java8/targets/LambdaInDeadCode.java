package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** javac writes the body of a lambda in dead code that nothing creates. HARD_CASES 51, 64. */
public class LambdaInDeadCode {
    interface AsyncCall {
        @Async
        Coroutine<Integer> call(Env env);
    }

    private static final boolean DEBUG = false;

    @Async
    public static Coroutine<Integer> run(Env env) {
        if (DEBUG) {
            AsyncCall call = inner -> Coroutine.of(await(inner.async(1)));
            return Coroutine.of(await(call.call(env)));
        }
        return Coroutine.of(await(env.async(2)));
    }
}
