package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Awaits in the initialiser, in the body and beside close(); suppressed exceptions. HARD_CASES 26. */
public class TryWithResources {
    static class Resource implements AutoCloseable {
        private final Env env;
        private final String name;

        Resource(Env env, String name) {
            this.env = env;
            this.name = name;
            env.log("open ", name);
        }

        @Override
        public void close() {
            env.log("close ", name);
            if (name.startsWith("bad")) {
                throw new IllegalStateException("close " + name);
            }
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (int mode = 0; mode < 5; mode++) {
            try {
                result += await(used(env, mode));
            } catch (RuntimeException e) {
                result += e.getMessage();
                for (Throwable suppressed : e.getSuppressed()) {
                    result += await(env.async(" suppressed ")) + suppressed.getMessage();
                }
            }
        }
        return Coroutine.of(result);
    }

    @Async
    static Coroutine<String> used(Env env, int mode) {
        String bad = mode > 1 ? "bad" : "good";
        try (Resource one = new Resource(env, await(env.async("one")));
                Resource two = await(env.async(new Resource(env, await(env.async(bad + " two"))))); Resource none = null) {
            if (mode == 1 || mode == 3) {
                await(env.fail(new IllegalArgumentException("body " + one.name + mode)));
            }
            if (mode == 4) {
                return Coroutine.of(two.name + await(env.async("returned")));
            }
            return Coroutine.of(await(env.async("body")) + two.name + none);
        } finally {
            env.log("finally ", await(env.async(mode)));
        }
    }
}
