package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** return of another async call, also inside try and after awaits. HARD_CASES 60, 63. */
public class TailCalls {
    @Async
    public static Coroutine<String> run(Env env) {
        return Coroutine.of(await(even(env, 6)) + await(guarded(env)) + await(chosen(env, true)) + await(chosen(env, false)));
    }

    @Async
    static Coroutine<String> even(Env env, int number) {
        if (number == 0) {
            return Coroutine.of("even");
        }
        await(env.async(number));
        return odd(env, number - 1);
    }

    @Async
    static Coroutine<String> odd(Env env, int number) {
        return number == 0 ? Coroutine.of("odd") : even(env, number - 1);
    }

    @Async
    static Coroutine<String> guarded(Env env) {
        try {
            String before = await(env.async("before"));
            return odd(env, before.length() - 5);
        } finally {
            env.log("finally");
        }
    }

    @Async
    static Coroutine<String> chosen(Env env, boolean await) {
        Coroutine<String> result = Coroutine.of(await ? await(env.async("awaited")) : "direct");
        return result;
    }
}
