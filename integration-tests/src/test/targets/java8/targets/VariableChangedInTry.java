package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A variable changes in the try before the throw; the catch sees the new value. HARD_CASES 28. */
public class VariableChangedInTry {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        int number = 0;
        String text = null;
        long wide = 1;
        try {
            number = 1;
            text = "in try";
            await(env.async(0));
            number = 2;
            wide <<= 40;
            await(env.fail(new IllegalStateException()));
            number = 3;
        } catch (IllegalStateException e) {
            result += number + text + wide;
            number = await(env.async(number + 10));
            text = null;
        } finally {
            result += number + text;
            number++;
        }
        for (int i = 0; i < 3; i++) {
            int seen = -1;
            try {
                seen = i;
                if (i > 0) {
                    seen = await(env.async(i * 10));
                }
                seen++;
                if (i > 1) {
                    throw new IllegalStateException();
                }
                await(env.fail(new IllegalArgumentException()));
            } catch (RuntimeException e) {
                result += " " + seen;
            }
        }
        return Coroutine.of(result + number);
    }
}
