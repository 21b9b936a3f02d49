package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Awaits in try, in catch, in finally and in all three. HARD_CASES 25. */
public class TryCatchFinally {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (int mode = 0; mode < 5; mode++) {
            try {
                result += await(all(env, mode)) + ";";
            } catch (IllegalStateException e) {
                result += "out " + e.getMessage() + ";";
            }
        }
        return Coroutine.of(result);
    }

    @Async
    static Coroutine<String> all(Env env, int mode) {
        String text = "m" + mode;
        try {
            text += await(env.async("try"));
            if (mode == 1) {
                await(env.fail(new IllegalArgumentException("one")));
            }
            if (mode == 2) {
                throw new IllegalStateException("two");
            }
            if (mode == 3) {
                return Coroutine.of(text + await(env.async("early")));
            }
        } catch (IllegalArgumentException e) {
            text += await(env.async("catch")) + e.getMessage();
        } finally {
            env.log("finally ", text);
            text += await(env.async("finally"));
            if (mode == 4) {
                await(env.fail(new IllegalStateException("from finally " + text)));
            }
        }
        return Coroutine.of(text);
    }
}
