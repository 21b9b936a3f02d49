package targets;

import static org.asyncjava.Await.await;

import java.io.IOException;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;
import org.asyncjava.runtime.Coroutine;

/** An exception before the first await goes into the result, never to the caller. HARD_CASES 34. */
@Prints({"called", "caught java.lang.IllegalStateException: before any await", "caught java.io.IOException: checked",
    "caught java.lang.IllegalArgumentException: no await at all", "returned end"})
public class FailureBeforeFirstAwait {
    @Async
    public static Coroutine<String> run(Env env) throws IOException {
        Coroutine<String> first = throwing(env, true);
        Coroutine<String> second = checked(env, true);
        Coroutine<Void> third = withoutAwait();
        env.log("called");
        try {
            await(first);
        } catch (IllegalStateException e) {
            env.log("caught ", e);
        }
        try {
            await(second, IOException.class);
        } catch (IOException e) {
            env.log("caught ", e);
        }
        try {
            await(third);
        } catch (IllegalArgumentException e) {
            env.log("caught ", e);
        }
        return Coroutine.of("end");
    }

    @Async
    static Coroutine<String> throwing(Env env, boolean fails) {
        if (fails) {
            throw new IllegalStateException("before any await");
        }
        return Coroutine.of(await(env.async("not reached")));
    }

    @Async
    static Coroutine<String> checked(Env env, boolean fails) throws IOException {
        if (fails) {
            throw new IOException("checked");
        }
        return Coroutine.of(await(env.async("not reached")));
    }

    @Async
    static Coroutine<Void> withoutAwait() {
        throw new IllegalArgumentException("no await at all");
    }
}
