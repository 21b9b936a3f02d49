package targets;

import static org.asyncjava.Await.await;

import java.io.IOException;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A checked exception is declared by the await and caught; it is thrown sneakily; errors pass. HARD_CASES 33. */
public class CheckedExceptions {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        try {
            await(env.fail(new IOException("declared")), IOException.class);
        } catch (IOException e) {
            result += e.getMessage();
        }
        try {
            await(env.failing(new IOException("of an awaitable")), IOException.class);
        } catch (IOException e) {
            result += e.getMessage();
        }
        try {
            result += await(env.async("fine"), IOException.class) + await(env.awaitable(1), InterruptedException.class);
        } catch (IOException | InterruptedException e) {
            result += "unexpected";
        }
        try {
            result += await(sneaky(env));
        } catch (Exception e) {
            result += e;
        }
        Error[] errors = {new OutOfMemoryError("memory"), new StackOverflowError("stack"), new AssertionError("assertion"), new ThreadDeath()};
        for (Error error : errors) {
            try {
                await(env.fail(error));
            } catch (Error e) {
                result += (e == error) + await(env.async(" same "));
            }
        }
        return Coroutine.of(result);
    }

    @Async
    static Coroutine<String> sneaky(Env env) {
        await(env.fail(new IOException("sneaky")));
        return Coroutine.of("not reached");
    }
}
