package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Parameters are assigned and incremented, one is needed no more where another begins to be; wide parameters between narrow ones. HARD_CASES 50. */
public class ParametersReassigned {
    @Async
    public static Coroutine<String> run(Env env) {
        return Coroutine.of(await(new ParametersReassigned().changed(env, 1, 2L, "three", 4.0, (short) 5, null)) + await(down(env, 3))
                + await(inTurn(env, "unread", "second")) + await(new ParametersReassigned().readOnce(env, "first", "unread", (byte) 7)));
    }

    /** The first is needed at the start alone, the second after that: one place of a more general type will do for both. */
    @Async
    Coroutine<String> readOnce(Env env, CharSequence first, Object second, byte number) {
        String log = "";
        second = "read";
        log += "<" + first + ">";
        if (env.chance(2)) {
            second = "again";
            log += second;
        }
        log += await(env.stage("a"));
        log += await(env.async(8));
        if (env.chance(2)) {
            log += second;
            log += await(env.async(11));
        }
        log += number;
        return Coroutine.of(log);
    }

    /** Each of the two is kept in one await alone, so that one place will do for both. */
    @Async
    static Coroutine<String> inTurn(Env env, String first, String second) {
        int number = await(env.async(1));
        first = second + number;
        String last = await(env.async("last"));
        return Coroutine.of(first + last);
    }

    @Async
    Coroutine<String> changed(Env env, int i, long l, String s, double d, short h, Object o) {
        i++;
        l += await(env.async(i));
        i += await(env.async(10));
        s = s + l;
        d /= await(env.async(8));
        h--;
        o = o == null ? await(env.async((Object) "set")) : null;
        await(env.async(0));
        final String all = i + " " + l + s + d + h + o;
        env = await(env.async(env));
        return Coroutine.of(all + await(env.async("!")));
    }

    @Async
    static Coroutine<String> down(Env env, int count) {
        String text = "";
        while (count-- > 0) {
            text += await(env.async(count));
        }
        return Coroutine.of(text + count);
    }
}
