package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Awaits in loops with try/finally, continue and break. HARD_CASES 62. */
public class LoopsWithFinally {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        int finished = 0;
        for (int i = 0; i < 6; i++) {
            try {
                if (i == 1) {
                    continue;
                }
                if (i == 2) {
                    result += await(env.async("skip"));
                    continue;
                }
                if (i == 3) {
                    await(env.fail(new IllegalStateException("three")));
                }
                if (i == 5) {
                    break;
                }
                result += await(env.async(i));
            } catch (IllegalStateException e) {
                result += await(env.async(e.getMessage()));
                if (finished > 0) {
                    continue;
                }
            } finally {
                finished++;
                result += await(env.async("f")) + i;
            }
            result += ";";
        }
        return Coroutine.of(result + finished);
    }
}
