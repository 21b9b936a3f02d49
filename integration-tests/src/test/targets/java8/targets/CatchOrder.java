package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A specific catch before a general one; the order of handlers after a resume. HARD_CASES 27. */
public class CatchOrder {
    @Async
    public static Coroutine<String> run(Env env) {
        RuntimeException[] failures = {new IllegalArgumentException("a"), new NumberFormatException("n"), new UnsupportedOperationException("u"),
            new IllegalStateException("s"), new RuntimeException("r")};
        String result = "";
        for (RuntimeException failure : failures) {
            try {
                try {
                    await(env.async(0));
                    await(env.fail(failure));
                } catch (NumberFormatException e) {
                    result += "number" + await(env.async(1));
                } catch (IllegalArgumentException | UnsupportedOperationException e) {
                    result += "multi" + await(env.async(2)) + e.getMessage();
                }
                result += " after ";
            } catch (IllegalStateException e) {
                result += "state" + await(env.async(3));
            } catch (RuntimeException e) {
                result += "runtime" + await(env.async(4)) + (e == failure);
            }
        }
        return Coroutine.of(result);
    }
}
