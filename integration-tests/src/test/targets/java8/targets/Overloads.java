package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Overloads that differ in parameters or generics, names with $, names like generated ones. HARD_CASES 49. */
public class Overloads {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = await(of(env, 1)) + await(of(env, 1L)) + await(of(env, "s")) + await(of(env, new int[] {2})) + await(of(env));
        result += await($dollar$(env)) + await(new Overloads$Odd().run$Async1(env)) + await(save_1(env, 3)) + await(resume(env));
        return Coroutine.of(result);
    }

    @Async
    static Coroutine<String> of(Env env) {
        return Coroutine.of("none" + await(env.async(0)));
    }

    @Async
    static Coroutine<String> of(Env env, int number) {
        return Coroutine.of("int" + await(env.async(number)) + number);
    }

    @Async
    static Coroutine<String> of(Env env, long number) {
        return Coroutine.of("long" + await(env.async(number)) + number);
    }

    @Async
    static Coroutine<String> of(Env env, CharSequence text) {
        return Coroutine.of("text" + await(env.async(text)) + text);
    }

    @Async
    static Coroutine<String> of(Env env, int... numbers) {
        return Coroutine.of("ints" + await(env.async(numbers.length)) + numbers[0]);
    }

    @Async
    static Coroutine<String> $dollar$(Env env) {
        String $ = "$";
        return Coroutine.of($ + await(env.async("$$")) + $);
    }

    @Async
    static Coroutine<Integer> save_1(Env env, int number) {
        return Coroutine.of(number + await(env.async(1)));
    }

    @Async
    static Coroutine<Integer> resume(Env env) {
        int state = 5;
        return Coroutine.of(state + await(env.async(1)));
    }

    static class Overloads$Odd {
        int state = 1;
        Object awaited = "awaited";

        @Async
        Coroutine<String> run$Async1(Env env) {
            state += await(env.async(1));
            return Coroutine.of(awaited + "" + state);
        }
    }
}
