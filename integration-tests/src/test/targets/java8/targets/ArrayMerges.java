package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Locals merged from different array types: String[] with Integer[], int[] with String[]. HARD_CASES 4. */
public class ArrayMerges {
    @Async
    public static Coroutine<String> run(Env env) {
        return Coroutine.of(await(merged(env, true)) + await(merged(env, false)));
    }

    @Async
    static Coroutine<String> merged(Env env, boolean first) {
        Object[] elements;
        if (first) {
            elements = new String[] {"a", "b"};
        } else {
            elements = new Integer[] {1, 2};
        }
        Object any;
        if (first) {
            any = new int[] {5};
        } else {
            any = new String[] {"five"};
        }
        Object nested = first ? new int[2][3] : new String[2][];
        String text = await(env.async("awaited"));
        env.log(elements, any, elements.length, nested.getClass());
        Object[] wrapped = new int[][] {{1}};
        if (!first) {
            wrapped = new String[][] {{"x"}};
        }
        await(env.async(1));
        return Coroutine.of(text + elements[1] + wrapped.length);
    }
}
