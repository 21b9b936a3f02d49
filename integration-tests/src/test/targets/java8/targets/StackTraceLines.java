package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** An exception thrown after a resume names the source method and its line. HARD_CASES 35. */
public class StackTraceLines {
    @Async
    public static Coroutine<String> run(Env env) {
        String first = await(env.async("first"));
        try {
            Integer.parseInt(first);
        } catch (NumberFormatException e) {
            env.log(env.where(e));
        }
        try {
            await(thrower(env, 1));
        } catch (IllegalStateException e) {
            env.log(env.where(e));
        }
        Object nothing = await(env.async((Object) null));
        try {
            nothing.hashCode();
        } catch (NullPointerException e) {
            env.log(env.where(e));
        }
        try {
            throw new IllegalStateException(
                    "on several lines" + await(env.async("x")),
                    new Exception(await(env.async("y"))));
        } catch (IllegalStateException e) {
            env.log(env.where(e), " ", env.where(e.getCause()));
        }
        return Coroutine.of(first);
    }

    @Async
    static Coroutine<Integer> thrower(Env env, int number) {
        for (int i = 0; i < 3; i++) {
            number += await(env.async(i));
        }
        if (number > 3) {
            throw new IllegalStateException("at the line of this throw");
        }
        return Coroutine.of(number);
    }
}
