package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** An element loaded from a reference array keeps its type across an await. HARD_CASES 97. */
public class ArrayElementAsReceiver {
    @Async
    public static Coroutine<String> run(Env env) {
        String[] a = {"a", "b"};
        StringBuilder[][] builders = {{new StringBuilder("x")}};
        String text = a[0].concat(await(env.async("c"))).concat(a[1].concat(await(env.async("d"))));
        builders[0][0].append(await(env.async(1))).append(await(env.async(2L)));
        int compared = a[1].compareTo(await(env.async(a)) [0]);
        return Coroutine.of(text + builders[0][0] + compared);
    }
}
