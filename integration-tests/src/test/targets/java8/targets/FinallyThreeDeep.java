package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** try/catch/finally nested three deep with awaits everywhere. HARD_CASES 25, 29. */
public class FinallyThreeDeep {
    @Async
    public static Coroutine<String> run(Env env) {
        StringBuilder trace = new StringBuilder();
        for (int failing = 0; failing < 7; failing++) {
            try {
                await(deep(env, failing, trace));
            } catch (Exception e) {
                trace.append(" escaped ").append(e.getMessage());
            }
        }
        return Coroutine.of(trace.toString());
    }

    @Async
    static Coroutine<Void> deep(Env env, int failing, StringBuilder trace) {
        int depth = 0;
        try {
            depth = await(step(env, 1, failing));
            try {
                depth += await(step(env, 2, failing));
                try {
                    depth += await(step(env, 3, failing));
                } catch (IllegalArgumentException e) {
                    trace.append(await(env.async(" inner ")));
                    depth += await(step(env, 4, failing));
                } finally {
                    trace.append(await(env.async("f3:"))).append(depth);
                }
            } catch (IllegalStateException e) {
                try {
                    trace.append(" in catch ").append(e.getMessage()).append(await(step(env, 5, failing)));
                } finally {
                    trace.append(await(env.async("f-in-catch")));
                    if (failing == 6) {
                        throw new IllegalStateException("thrown in finally " + depth);
                    }
                }
            } finally {
                trace.append(await(env.async("f2:"))).append(depth);
            }
        } finally {
            trace.append(await(env.async("f1:"))).append(depth);
        }
        return Coroutine.done();
    }

    @Async
    static Coroutine<Integer> step(Env env, int number, int failing) {
        if (number == failing) {
            if (number % 2 == 1) {
                await(env.fail(new IllegalArgumentException("arg" + number)));
            }
            throw new IllegalStateException("state" + number);
        }
        return Coroutine.of(await(env.async(number)));
    }
}
