import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A class in no package. HARD_CASES 49. */
public class DefaultPackage {
    @Async
    public static Coroutine<String> run(Env env) {
        String text = "default";
        return Coroutine.of(text + await(env.async(" package")) + await(new Nested().more(env)));
    }

    static class Nested {
        @Async
        Coroutine<Integer> more(Env env) {
            int kept = 1;
            return Coroutine.of(await(env.async(2)) + kept);
        }
    }
}
