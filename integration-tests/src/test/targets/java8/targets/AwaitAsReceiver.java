package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** The result is a receiver, or is dropped. HARD_CASES 22. */
public class AwaitAsReceiver {
    private final String name;

    AwaitAsReceiver(String name) {
        this.name = name;
    }

    AwaitAsReceiver with(String more) {
        return new AwaitAsReceiver(name + more);
    }

    long wide() {
        return name.length();
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String chain = await(env.async(new StringBuilder("x").append(1))).append(await(env.async("y"))).append('z').toString();
        String named = await(env.async(new AwaitAsReceiver("a"))).with(await(env.async("b"))).with("c").name;
        await(env.async("dropped"));
        await(nothing(env));
        await(env.async(new AwaitAsReceiver("d"))).wide();
        int[] array = {3, 4};
        int length = await(env.async(array)).length + await(env.async(array))[await(env.async(1))];
        return Coroutine.of(chain + named + length);
    }

    @Async
    static Coroutine<Void> nothing(Env env) {
        await(env.async((Void) null));
        return Coroutine.done();
    }
}
