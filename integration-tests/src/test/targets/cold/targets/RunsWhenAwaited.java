package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;
import org.asyncjava.runtime.Coroutine;

/** A coroutine does nothing until it is awaited, and cannot be awaited twice. HARD_CASES 67. */
@Prints({"made", "runs", "async 1", "awaited 2", "refused", "dropped is never run", "returned end"})
public class RunsWhenAwaited {
    @Async
    public static Coroutine<String> run(Env env) {
        Coroutine<Integer> coroutine = number(env);
        Coroutine<Integer> dropped = number(env);
        env.log("made");
        env.log("awaited ", await(coroutine));
        try {
            await(coroutine);
        } catch (IllegalStateException e) {
            env.log("refused");
        }
        env.log("dropped is never run");
        return Coroutine.of("end");
    }

    @Async
    static Coroutine<Integer> number(Env env) {
        env.log("runs");
        return Coroutine.of(1 + await(env.async(1)));
    }
}
