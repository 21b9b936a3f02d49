package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** new Self() with a private constructor, other private members of nested classes. HARD_CASES 47, 55. */
public class PrivateConstructor {
    private final String name;
    private int count;

    private PrivateConstructor(String name) {
        this.name = name;
    }

    private static class Hidden {
        private int number;

        private Hidden(int number) {
            this.number = number;
        }

        @Async
        private Coroutine<Integer> secret(Env env, PrivateConstructor outer) {
            outer.count += number;
            number -= await(env.async(outer.count));
            return Coroutine.of(number + outer.hidden());
        }
    }

    private int hidden() {
        return ++count;
    }

    @Async
    public static Coroutine<String> run(Env env) {
        PrivateConstructor self = new PrivateConstructor(await(env.async("self")));
        Hidden hidden = new Hidden(await(env.async(5)));
        int secret = await(hidden.secret(env, self));
        hidden.number += await(env.async(50));
        return Coroutine.of(self.name + secret + hidden.number + self.count + await(self.derived(env)).name);
    }

    @Async
    private Coroutine<PrivateConstructor> derived(Env env) {
        PrivateConstructor other = new PrivateConstructor(name + await(env.async("2")));
        other.count = hidden();
        return Coroutine.of(other);
    }
}
