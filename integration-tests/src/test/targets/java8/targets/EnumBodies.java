package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Async methods in enum constants with bodies. HARD_CASES 48. */
public class EnumBodies {
    enum Operation {
        PLUS {
            @Override
            @Async
            Coroutine<Integer> apply(Env env, int a, int b) {
                return Coroutine.of(await(env.async(a)) + await(env.async(b)));
            }
        },
        TIMES {
            private int calls;

            @Override
            @Async
            Coroutine<Integer> apply(Env env, int a, int b) {
                calls++;
                int product = a * await(env.async(b));
                return Coroutine.of(product + calls * 0 + ordinal());
            }
        };

        abstract Coroutine<Integer> apply(Env env, int a, int b);

        @Async
        Coroutine<String> named(Env env) {
            return Coroutine.of(name() + await(env.async("!")) + this);
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (Operation operation : Operation.values()) {
            result += await(operation.apply(env, 3, 4)) + await(operation.named(env));
        }
        return Coroutine.of(result);
    }
}
