package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Methods that never await, always throw, or return before their first await. HARD_CASES 63. */
public class NoAwaits {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = await(never(env, 3)) + await(early(env, true)) + await(early(env, false)) + await(tail(env));
        try {
            await(throwing(env));
        } catch (IllegalStateException e) {
            result += e.getMessage();
        }
        await(nothing());
        try {
            await(failed());
        } catch (IllegalArgumentException e) {
            result += e.getMessage();
        }
        return Coroutine.of(result);
    }

    @Async
    static Coroutine<Integer> never(Env env, int number) {
        env.log("never awaits");
        return Coroutine.of(number);
    }

    @Async
    static Coroutine<Void> nothing() {
        return Coroutine.done();
    }

    @Async
    static Coroutine<String> throwing(Env env) {
        env.log("about to throw");
        throw new IllegalStateException("always");
    }

    @Async
    static Coroutine<String> failed() {
        return Coroutine.failed(new IllegalArgumentException("failed value"));
    }

    @Async
    static Coroutine<String> early(Env env, boolean early) {
        if (early) {
            return Coroutine.of("early");
        }
        return Coroutine.of(await(env.async("late")));
    }

    @Async
    static Coroutine<Integer> tail(Env env) {
        return never(env, 4);
    }
}
