package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** An await is the first or the last thing, or the only thing, in a try. HARD_CASES 30. */
public class AwaitAtTryEdges {
    private int field;

    @Async
    public static Coroutine<String> run(Env env) {
        int caught = 0;
        try {
            await(env.async("only"));
        } catch (RuntimeException e) {
            caught++;
        }
        try {
            await(env.fail(new IllegalStateException()));
        } catch (RuntimeException e) {
            caught++;
        }
        try {
        } finally {
            caught += await(env.async(10));
        }
        int value;
        try {
            value = await(env.async(1));
        } finally {
            await(env.async(2));
        }
        return Coroutine.of(caught + " " + value + await(new AwaitAtTryEdges().returning(env)) + await(inCatchOnly(env)));
    }

    @Async
    Coroutine<String> returning(Env env) {
        try {
            return Coroutine.of(await(env.async("returned")));
        } finally {
            field = await(env.async(3));
            env.log("field ", field);
        }
    }

    @Async
    static Coroutine<Integer> inCatchOnly(Env env) {
        try {
            Integer.parseInt("no number");
        } catch (NumberFormatException e) {
            return Coroutine.of(await(env.async(4)));
        }
        return Coroutine.of(5);
    }
}
