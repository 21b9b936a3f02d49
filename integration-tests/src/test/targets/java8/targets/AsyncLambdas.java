package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Lambdas of async functional interfaces: with captures, nested, in field initialisers, in generic methods. HARD_CASES 51. */
public class AsyncLambdas {
    @FunctionalInterface
    interface AsyncCall<A, R> {
        @Async
        Coroutine<R> call(A argument) throws Exception;
    }

    private final String name = "this";
    private final AsyncCall<Env, String> inField = env -> Coroutine.of(name + await(env.async("field")));
    private static final AsyncCall<Env, String> IN_STATIC_FIELD = env -> Coroutine.of("static" + await(env.async("field")));

    @Async
    public static Coroutine<String> run(Env env) throws Exception {
        AsyncLambdas self = new AsyncLambdas();
        String result = await(self.inField.call(env)) + await(IN_STATIC_FIELD.call(env)) + await(self.capturing(env, 3L));
        result += await(twice(env, "g", text -> Coroutine.of(text + await(env.async("+")))));
        AsyncCall<Integer, Integer> reference = self::referenced;
        AsyncCall<Integer, Integer> plain = number -> Coroutine.of(number + 1);
        AsyncCall<Integer, Integer> block = number -> {
            int sum = number;
            for (int i = 0; i < 2; i++) {
                sum += await(env.async(i));
            }
            return Coroutine.of(sum);
        };
        return Coroutine.of(result + await(reference.call(5)) + await(plain.call(6)) + await(block.call(7)));
    }

    @Async
    Coroutine<String> capturing(Env env, long wide) throws Exception {
        int local = await(env.async(1));
        AsyncCall<String, String> outer = text -> {
            String kept = text + local;
            AsyncCall<Integer, String> inner = number -> Coroutine.of(kept + number + wide + name + await(env.async("inner")));
            return Coroutine.of(await(inner.call(await(env.async(2)))) + kept);
        };
        return Coroutine.of(await(outer.call("outer")));
    }

    @Async
    static <T extends Comparable<T>> Coroutine<T> twice(Env env, T value, AsyncCall<T, T> call) throws Exception {
        AsyncCall<T, T> again = given -> Coroutine.of(await(call.call(await(call.call(given)))));
        T once = await(again.call(value));
        return Coroutine.of(await(env.async(once)));
    }

    @Async
    Coroutine<Integer> referenced(int number) {
        return Coroutine.of(number + await(Coroutine.of(number)));
    }
}
