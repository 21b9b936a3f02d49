package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Endless loops that only return or throw; the code after them is unreachable. HARD_CASES 61, 57. */
public class EndlessLoops {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = await(returning(env)) + await(throughFinally(env));
        try {
            await(throwing(env));
        } catch (IllegalStateException e) {
            result += e.getMessage();
        }
        return Coroutine.of(result);
    }

    @Async
    static Coroutine<String> returning(Env env) {
        int i = 0;
        for (;;) {
            if (await(env.async(i++)) == 3) {
                return Coroutine.of("returned" + i);
            }
        }
    }

    @Async
    static Coroutine<Void> throwing(Env env) {
        int i = 0;
        while (true) {
            await(env.async(i));
            if (++i > 2) {
                throw new IllegalStateException("thrown" + i);
            }
        }
    }

    @Async
    static Coroutine<Integer> throughFinally(Env env) {
        int i = 0;
        while (true) {
            try {
                if (i > 1) {
                    return Coroutine.of(i);
                }
            } finally {
                i += await(env.async(1));
            }
        }
    }
}
