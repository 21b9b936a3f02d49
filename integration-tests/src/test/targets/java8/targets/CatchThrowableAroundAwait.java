package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A catch of Throwable sees nothing but the operand's failure. HARD_CASES 31. */
public class CatchThrowableAroundAwait {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        try {
            result += await(env.async("fine"));
            result += await(env.async("also"));
        } catch (Throwable t) {
            result += "internal signal caught: " + t;
        } finally {
            result += "once";
        }
        try {
            await(env.fail(new OutOfMemoryError("simulated")));
        } catch (Exception e) {
            result += "wrong catch";
        } catch (Throwable t) {
            result += t.getMessage() + await(env.async("!"));
        }
        return Coroutine.of(result);
    }
}
