package targets;

import static org.asyncjava.Await.await;

import java.util.Arrays;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A for-each over an array that came from an await, its element used before and after another. HARD_CASES 5. */
public class ForEachOverAwaitedArray {
    @Async
    public static Coroutine<String> run(Env env) {
        StringBuilder all = new StringBuilder();
        for (String word : await(env.async(new String[] {"a", "bc", "def"}))) {
            int before = word.length();
            int after = await(env.async(before * 2));
            all.append(word).append(after).append(word.charAt(0));
        }
        long sum = 0;
        for (long number : await(env.async(new long[] {1L << 33, 2, 3}))) {
            sum += number + await(env.async(number));
        }
        for (Integer boxed : await(env.async(Arrays.asList(4, 5)))) {
            sum += await(env.async(boxed));
        }
        return Coroutine.of(all.toString() + sum);
    }
}
