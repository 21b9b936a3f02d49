package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** The first instruction of the method is the target of a jump. HARD_CASES 99. */
public class LoopFromFirstByte {
    private static int count;

    @Async
    public static Coroutine<String> run(Env env) {
        count = 0;
        return Coroutine.of("" + await(first(env)) + await(new LoopFromFirstByte().instance(env, 2)) + count);
    }

    @Async
    static Coroutine<Integer> first(Env env) {
        do {
            count += await(env.async(1));
        } while (count < 3);
        return Coroutine.of(count);
    }

    @Async
    Coroutine<Integer> instance(Env env, int left) {
        while (left > 0) {
            left -= await(env.async(1));
            count++;
        }
        return Coroutine.of(left);
    }
}
