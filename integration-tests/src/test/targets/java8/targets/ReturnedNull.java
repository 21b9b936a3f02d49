package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;
import org.asyncjava.runtime.Coroutine;

/** return null fails the result with an exception that names the method. HARD_CASES 37. */
@Prints({"nothing is named: true", "async 1", "later is named: true", "returned end"})
public class ReturnedNull {
    @Async
    public static Coroutine<String> run(Env env) {
        try {
            await(nothing(env));
        } catch (NullPointerException e) {
            env.log("nothing is named: ", e.getMessage().contains("nothing"));
        }
        try {
            await(later(env));
        } catch (NullPointerException e) {
            env.log("later is named: ", e.getMessage().contains("later"));
        }
        return Coroutine.of("end");
    }

    @Async
    static Coroutine<String> nothing(Env env) {
        return null;
    }

    @Async
    static Coroutine<String> later(Env env) {
        await(env.async(1));
        return null;
    }
}
