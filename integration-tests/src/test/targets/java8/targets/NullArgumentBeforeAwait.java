package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** null is an argument before an await, with a branch between. HARD_CASES 98. */
public class NullArgumentBeforeAwait {
    static String join(Object a, int b, String c) {
        return a + "/" + b + "/" + c;
    }

    static String join(String a, long b, Object c, int[] d) {
        return a + "/" + b + "/" + c + "/" + (d == null);
    }

    @Async
    public static Coroutine<String> run(Env env) {
        boolean c = env.chance(1);
        String one = join(null, c ? 1 : 2, await(env.async("f")));
        String two = join(null, c ? await(env.async(3L)) : 4L, null, await(env.async((int[]) null)));
        String three = join(c ? null : "x", 5, await(env.async((String) null)));
        return Coroutine.of(one + two + three + new StringBuilder().append((String) null).append(await(env.async("end"))));
    }
}
