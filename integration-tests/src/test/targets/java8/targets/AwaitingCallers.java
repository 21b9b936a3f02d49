package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** The trace of an exception thrown after a resume names the methods that await, each at its line, as if nothing had been suspended. HARD_CASES 35. */
public class AwaitingCallers {
    interface Step {
        @Async
        Coroutine<String> take() throws Exception;
    }

    private final Env env;

    AwaitingCallers(Env env) {
        this.env = env;
    }

    @Async
    public static Coroutine<String> run(Env env) throws Exception {
        AwaitingCallers callers = new AwaitingCallers(env);
        for (int way = 0; way < 4; way++) {
            try {
                await(callers.outer(way));
            } catch (IllegalStateException e) {
                env.log(env.trace(e), " ", e.getCause());
            }
        }
        try {
            return Coroutine.of(await(callers.recursive(3)));
        } catch (ArithmeticException e) {
            env.log(env.trace(e));
        }
        return Coroutine.of("");
    }

    @Async
    private Coroutine<String> outer(int way) throws Exception {
        String text = "outer" +
                await(middle(way));
        env.log(text);
        return Coroutine.of(text);
    }

    @Async
    private CompletableFuture<String> middle(int way) throws Exception {
        if (way == 0) {
            await(env.async(0));
            throw new IllegalStateException("of the middle one");
        }
        Step inner = () -> {
            String text = await(inner(way));
            return Coroutine.of(text);
        };
        return CompletableFuture.completedFuture(await(inner.take()));
    }

    @Async
    private Coroutine<String> inner(int way) throws Exception {
        try {
            return Coroutine.of(await(innermost(way)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("wrapped", e);
        } finally {
            env.log(await(env.async("finally")));
        }
    }

    @Async
    private CompletableFuture<String> innermost(int way) {
        if (way == 1) {
            throw new IllegalStateException("before anything is awaited");
        }
        env.log(await(env.async("innermost")));
        if (way == 2) {
            plain("two");
        }
        return CompletableFuture.completedFuture(plain("3"));
    }

    private static String plain(String number) {
        int parsed = Integer.parseInt(number);
        throw new IllegalStateException("plain " + parsed);
    }

    @Async
    private Coroutine<String> recursive(int depth) {
        if (depth == 0) {
            return Coroutine.of("" + 1 / await(env.async(0)));
        }
        String text = await(env.async("")) + await(recursive(depth - 1));
        return Coroutine.of(text);
    }
}
