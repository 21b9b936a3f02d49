package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A null String local before, between and after int, long and double locals. HARD_CASES 2. */
public class NullBeforeWideLocals {
    @Async
    public static Coroutine<String> run(Env env) {
        return Coroutine.of(await(nullFirst(env)) + await(nullBetween(env)) + await(nullLast(env)));
    }

    @Async
    static Coroutine<String> nullFirst(Env env) {
        String text = null;
        int i = 1;
        long l = 1L << 40;
        double d = 0.5;
        await(env.async("first"));
        text = text == null ? "t" : text;
        return Coroutine.of(text + i + l + d);
    }

    @Async
    static Coroutine<String> nullBetween(Env env) {
        double d = Math.PI;
        String text = null;
        long l = Long.MIN_VALUE;
        String other = null;
        int i = -7;
        await(env.async("between"));
        return Coroutine.of(d + text + l + other + i);
    }

    @Async
    static Coroutine<String> nullLast(Env env) {
        long l = 3;
        int i = 4;
        double d = 5;
        float f = 6;
        String text = null;
        await(env.async("last"));
        if (text == null) {
            text = await(env.async("set"));
        }
        return Coroutine.of(l + i + d + f + text);
    }
}
