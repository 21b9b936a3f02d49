package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Awaits as operands, as arguments, and inside one another. HARD_CASES 20. */
public class ArithmeticOfAwaits {
    static int f(int a, int b, int c) {
        return a * 100 + b * 10 + c;
    }

    @Async
    public static Coroutine<Long> run(Env env) {
        int a = await(env.async(2)) + await(env.async(3)) * await(env.async(4));
        int b = f(await(env.async(1)), env.value(2), await(env.async(3)));
        int c = await(env.async(await(env.async(await(env.async(7)))) + 1));
        int d = await(await(nested(env)));
        long e = -await(env.async(5L)) << await(env.async(2)) | ~await(env.async(0));
        boolean less = await(env.async(1)) < await(env.async(2)) == (await(env.async(3.0)) >= await(env.async(2.0f)));
        env.log(a, " ", b, " ", c, " ", d, " ", e, " ", less);
        return Coroutine.of(a + b + c + d + e);
    }

    @Async
    static Coroutine<Coroutine<Integer>> nested(Env env) {
        int seed = await(env.async(40));
        return Coroutine.of(inner(env, seed));
    }

    @Async
    static Coroutine<Integer> inner(Env env, int seed) {
        return Coroutine.of(seed + await(env.async(2)));
    }
}
