package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A finally nested in a catch nested in a try. HARD_CASES 29. */
public class FinallyInCatch {
    @Async
    public static Coroutine<String> run(Env env) {
        StringBuilder trace = new StringBuilder();
        try {
            try {
                await(env.fail(new IllegalStateException("first")));
            } catch (IllegalStateException e) {
                try {
                    trace.append(e.getMessage()).append(await(env.async(" handled ")));
                    await(env.fail(new IllegalArgumentException("second")));
                } finally {
                    trace.append(await(env.async(" cleanup ")));
                }
            }
        } catch (IllegalArgumentException e) {
            trace.append(e.getMessage()).append(await(env.async(" done")));
        }
        return Coroutine.of(trace.toString());
    }
}
