package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** static, instance, private, final, interface default and interface static methods. HARD_CASES 43. */
public class MethodKinds {
    interface Defaults {
        int base();

        @Async
        default Coroutine<Integer> byDefault(Env env, int more) {
            int sum = base() + more;
            sum += await(env.async(1)) + base();
            return Coroutine.of(sum);
        }

        @Async
        static Coroutine<String> ofInterface(Env env, Defaults self) {
            String before = "s" + self.base();
            return Coroutine.of(before + await(env.async("t")) + await(self.byDefault(env, 7)));
        }
    }

    static class Five implements Defaults {
        @Override
        public int base() {
            return 5;
        }
    }

    private int base() {
        return 5;
    }

    @Async
    public static Coroutine<String> run(Env env) {
        MethodKinds self = new MethodKinds();
        String result = await(Defaults.ofInterface(env, new Five()));
        result += await(self.mine(env, "private")) + await(self.last(env, 3L)) + await(self.guarded(env)) + await(local(env));
        return Coroutine.of(result);
    }

    @Async
    private Coroutine<String> mine(Env env, String text) {
        int base = base();
        return Coroutine.of(text + await(env.async(base)) + this.base());
    }

    @Async
    public final Coroutine<Long> last(Env env, long number) {
        long kept = number;
        await(env.async("final"));
        return Coroutine.of(kept + base());
    }

    @Async
    protected strictfp Coroutine<Double> guarded(Env env) {
        double half = 0.5;
        return Coroutine.of(half * await(env.async(3.0)));
    }

    @Async
    private static Coroutine<Character> local(Env env) {
        char c = 'c';
        await(env.async(c));
        return Coroutine.of(++c);
    }
}
