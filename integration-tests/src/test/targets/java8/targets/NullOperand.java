package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Awaiting null throws a NullPointerException at the await. HARD_CASES 37. */
public class NullOperand {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        CompletableFuture<String> none = null;
        try {
            await(none);
        } catch (NullPointerException e) {
            result += "stage " + await(env.async("caught"));
        }
        Awaitable<String> nothing = null;
        try {
            result += await(env.async("before")) + await(nothing);
        } catch (NullPointerException e) {
            result += "awaitable";
        }
        await(none);
        return Coroutine.of("not reached" + result);
    }
}
