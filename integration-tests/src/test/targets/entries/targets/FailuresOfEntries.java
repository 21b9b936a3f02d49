package targets;

import static org.asyncjava.Await.await;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.asyncjava.AsyncEntry;
import org.asyncjava.it.harness.Env;

/** What the body throws is thrown as it is, where it suspends and where it does not, after its {@code finally} blocks. */
public class FailuresOfEntries {
    interface Call {
        Object run() throws Throwable;
    }

    public static CompletableFuture<String> run(Env env) {
        env.log(outcome(() -> checked(env, 1)), outcome(() -> checked(env, 2)), outcome(() -> checked(env, 3)), outcome(() -> checked(env, 4)));
        env.log(outcome(() -> withoutAwait(0)), outcome(() -> withoutAwait(1)), outcome(() -> withoutAwait(2)));
        env.log(outcome(() -> failing(env, new IOException("io"))), outcome(() -> failing(env, new StackOverflowError("so"))),
                outcome(() -> failing(env, new CancellationException("stop"))), outcome(() -> failing(env, new CompletionException("outer", null))));
        env.log(outcome(() -> finallyRuns(env, false)), outcome(() -> finallyRuns(env, true)));
        env.log(returnedInFinally(env), caught(env), primitiveThroughFinally(env));
        return CompletableFuture.completedFuture("end");
    }

    private static String outcome(Call call) {
        try {
            return " " + call.run();
        } catch (Throwable failure) {
            return " " + failure.getClass().getSimpleName() + " " + failure.getMessage();
        }
    }

    @AsyncEntry
    private static int checked(Env env, int kind) throws IOException, ClassNotFoundException {
        switch (await(env.async(kind))) {
            case 1: throw new IOException("one");
            case 2: throw new ClassNotFoundException("two");
            case 3: throw new AssertionError("three");
            default: return 4;
        }
    }

    @AsyncEntry
    private static Void withoutAwait(int kind) throws IOException {
        if (kind == 0) {
            return null;
        }
        if (kind == 1) {
            throw new IOException("at once");
        }
        throw new IllegalStateException("unchecked");
    }

    @AsyncEntry
    private static String failing(Env env, Throwable failure) {
        return await(env.<String>fail(failure));
    }

    @AsyncEntry
    private static String finallyRuns(Env env, boolean fails) {
        try {
            if (fails) {
                await(env.fail(new IllegalArgumentException("asked")));
            }
            return await(env.async("value"));
        } finally {
            env.log("finally ", await(env.async("before")));
            env.log(await(env.async("after")));
        }
    }

    @SuppressWarnings("finally")
    @AsyncEntry
    private static long returnedInFinally(Env env) {
        try {
            return await(env.<Long>fail(new IllegalArgumentException("lost")));
        } finally {
            return await(env.async(5L));
        }
    }

    @AsyncEntry
    private static double caught(Env env) {
        try {
            await(env.fail(new IOException("caught")), IOException.class);
            return 1;
        } catch (IOException expected) {
            return await(env.async(2.5));
        }
    }

    @AsyncEntry
    private static char primitiveThroughFinally(Env env) {
        try {
            return (char) (await(env.async(1)) + 'a');
        } finally {
            env.log(await(env.async("last")));
        }
    }
}
