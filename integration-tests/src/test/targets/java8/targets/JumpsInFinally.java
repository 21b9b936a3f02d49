package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** return, break and continue inside finally, with awaits around them. HARD_CASES 25. */
public class JumpsInFinally {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (int i = 0; i < 4; i++) {
            result += await(returned(env, i)) + await(looped(env, i)) + ";";
        }
        return Coroutine.of(result);
    }

    @Async
    @SuppressWarnings("finally")
    static Coroutine<String> returned(Env env, int mode) {
        String text = "";
        try {
            text += await(env.async("t"));
            if (mode == 1) {
                throw new IllegalStateException("dropped");
            }
            if (mode == 2) {
                return Coroutine.of("overridden" + await(env.async("o")));
            }
        } finally {
            text += await(env.async("f"));
            if (mode != 3) {
                return Coroutine.of(text + mode);
            }
        }
        return Coroutine.of("end" + text);
    }

    @Async
    @SuppressWarnings("finally")
    static Coroutine<String> looped(Env env, int mode) {
        String text = "";
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                try {
                    text += await(env.async(i * 10 + j));
                    if (j == mode) {
                        await(env.fail(new IllegalArgumentException("swallowed")));
                    }
                    if (i == 2) {
                        return Coroutine.of("never " + text);
                    }
                } finally {
                    text += await(env.async("f"));
                    if (j == mode) {
                        continue outer;
                    }
                    if (i == 2) {
                        break outer;
                    }
                }
            }
        }
        return Coroutine.of(text);
    }
}
