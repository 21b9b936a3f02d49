package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Private instance and private static methods of an interface. HARD_CASES 43. */
public class PrivateInterfaceMethods {
    interface Counting {
        int start();

        @Async
        default Coroutine<Integer> count(Env env) {
            return Coroutine.of(await(hidden(env, start())) + await(shared(env)));
        }

        @Async
        private Coroutine<Integer> hidden(Env env, int from) {
            int to = from + await(env.async(2));
            return Coroutine.of(to * start());
        }

        @Async
        private static Coroutine<Integer> shared(Env env) {
            int kept = 3;
            await(env.async("shared"));
            return Coroutine.of(kept);
        }
    }

    @Async
    public static Coroutine<Integer> run(Env env) {
        Counting ten = () -> 10;
        Counting named = new Counting() {
            @Override
            public int start() {
                return 4;
            }
        };
        return Coroutine.of(await(ten.count(env)) + await(named.count(env)));
    }
}
