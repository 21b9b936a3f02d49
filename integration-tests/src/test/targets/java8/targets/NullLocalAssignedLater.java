package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A local holds the literal null across an await and becomes a String later. HARD_CASES 1. */
public class NullLocalAssignedLater {
    @Async
    public static Coroutine<String> run(Env env) {
        String text = null;
        int number = await(env.async(1));
        env.log("null still: ", text == null);
        if (number == 1) {
            text = await(env.async("one"));
        }
        int length = await(env.async(text.length()));
        String never = null;
        await(env.async(0));
        return Coroutine.of(text + length + never);
    }
}
