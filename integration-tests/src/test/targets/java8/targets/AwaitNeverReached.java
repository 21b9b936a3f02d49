package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** The only await is on a branch that is never taken. HARD_CASES 64. */
public class AwaitNeverReached {
    @Async
    public static Coroutine<String> run(Env env) {
        String text = "text";
        if (text.isEmpty()) {
            text = await(env.async("never"));
        }
        return Coroutine.of(text + await(constant(env)));
    }

    @Async
    static Coroutine<Integer> constant(Env env) {
        int number = 5;
        if (false) {
            number = await(env.async(6));
        }
        return Coroutine.of(number);
    }
}
